package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.CopyRenderer;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads new rows of one entity with COPY, a statement for each set of columns that they give. All values are encoded before
 * anything is sent.
 */
record CopyExecution(Executor executor, Transactions transactions) {

    private static final CopyRenderer COPY = new CopyRenderer();
    private static final InsertRenderer INSERT = new InsertRenderer();

    /** The number of rows. */
    <E> Mono<Long> run(WritePlan<E> plan) {
        if (plan.steps().size() > 1) {
            return Mono.error(new InvalidQueryException(
                    "COPY loads rows of one table, but there are entities nested in a new %s. Use count() instead of copy()."
                            .formatted(plan.rootStep().entity().name()),
                    ErrorContext.of(plan.rootStep().entity().name())));
        }
        List<RowValues<E>> rows =
                plan.rootStep().rows().stream().map(InsertStep.NewRow::values).toList();
        Groups<RowValues<E>> groups = Groups.of(rows, RowValues::columns);
        List<Mono<Long>> statements = new ArrayList<>();
        for (int i = 0; i < groups.all().size(); i++) {
            InsertBatch<E> batch =
                    InsertBatch.of(plan.rootStep().entity(), groups.all().get(i));
            statements.add(copied(batch, InputRows.at(groups.rowsOf(i), rows.size())));
        }
        return statements.size() == 1
                ? statements.get(0)
                : transactions.execute(
                        TransactionOptions.defaults(), Flux.concat(statements).reduce(0L, Long::sum));
    }

    /** COPY takes no empty list of columns. */
    private <E> Mono<Long> copied(InsertBatch<E> batch, InputRows input) {
        return batch.columns().isEmpty()
                ? executor.update(INSERT.counted(batch))
                : executor.copy(COPY.copy(batch, input));
    }
}
