package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.WrittenRows;
import reactor.core.publisher.Mono;

/**
 * One insert into one table.
 *
 * @param batch the rows
 * @param input which rows of the caller these are
 * @param <E> the entity
 */
record BatchInsertion<E>(InsertBatch<E> batch, InputRows input) {

    private static final InsertRenderer INSERT = new InsertRenderer();

    /** The entities in the order of the batch. */
    Mono<List<E>> run(Executor executor) {
        boolean one = batch.rows().size() == 1;
        InputOrder<E> order = new InputOrder<>(batch);
        Sql sql = one ? INSERT.one(batch) : many(order);
        Mono<List<E>> rows = executor.query(
                        sql.writing(() -> List.of(WrittenRows.of(batch, input))),
                        batch.entity().reader())
                .collectList();
        return one ? rows : rows.map(order::restore);
    }

    private Sql many(InputOrder<E> order) {
        return order.isTold() ? INSERT.many(batch) : INSERT.manyWithComputedKey(batch);
    }
}
