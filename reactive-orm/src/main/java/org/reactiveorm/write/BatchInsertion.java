package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * One insert into one table.
 *
 * @param batch the rows
 * @param <E> the entity
 */
record BatchInsertion<E>(InsertBatch<E> batch) {

    private static final InsertRenderer INSERT = new InsertRenderer();

    /** The entities in the order of the batch. */
    Mono<List<E>> run(Executor executor) {
        boolean one = batch.rows().size() == 1;
        InputOrder<E> order = new InputOrder<>(batch);
        Sql sql = one ? INSERT.one(batch) : many(order);
        Mono<List<E>> rows = executor.query(sql, batch.entity().reader()).collectList();
        return one ? rows : rows.map(order::restore);
    }

    private Sql many(InputOrder<E> order) {
        return order.isTold() ? INSERT.many(batch) : INSERT.manyWithComputedKey(batch);
    }
}
