package org.reactiveorm.write;

import java.time.Clock;
import java.util.List;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.sql.ChangeRenderer;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.InsertStep.InsertRows;
import reactor.core.publisher.Mono;

/**
 * Carries out changes. Rows are answered together when the statement is done, so that a consumer that stops early does not
 * stop a change half way. Nothing is sent before the subscription, and each subscription changes anew.
 */
public final class Writer {

    private static final ChangeRenderer CHANGE = new ChangeRenderer();

    private final Executor executor;
    private final Transactions transactions;
    private final Clock clock;

    /** Writes through this executor; {@code clock} gives the moments of {@code @CreatedAt} and {@code @UpdatedAt}. */
    public Writer(Executor executor, Transactions transactions, Clock clock) {
        this.executor = executor;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The new entities in the order given, without their relations. One statement, or several in one transaction where
     * the entities give dozens of different sets of columns.
     * Fails with {@link InvalidQueryException} before any statement if anywhere in the tree a required column is missing, or
     * a key is both given and made, or would come from two new entities.
     */
    public <E> Mono<List<E>> insert(Insert<E> insert) {
        if (insert.drafts().isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.defer(() -> {
            WritePlan<E> plan = WritePlanner.insert(insert.entity(), insert.drafts(), GeneratedValues.at(clock));
            return plan.isOneRow() ? insertOne(plan.rootStep()) : insertTogether(plan);
        });
    }

    private <E> Mono<List<E>> insertOne(InsertRows<E> step) {
        List<RowValues<E>> row = List.of(step.rows().get(0).values());
        return new BatchInsertion<>(InsertBatch.of(step.entity(), row)).run(executor);
    }

    /** One statement is atomic without a transaction. */
    private <E> Mono<List<E>> insertTogether(WritePlan<E> plan) {
        return InsertGraphBuilder.build(plan)
                .map(graph -> graph.run(executor))
                .orElseGet(() ->
                        transactions.execute(TransactionOptions.defaults(), new PlanExecution<>(executor, plan).run()))
                .onErrorMap(
                        ForeignKeyViolationException.class, error -> Connection.explained(error, plan.connections()));
    }

    /** The changed entities as they are now; there has to be at least one change. */
    public <E> Mono<List<E>> update(Update<E> update) {
        return update.related().isEmpty()
                ? update(
                        update,
                        SelectList.properties(update.entity().properties()),
                        update.entity().reader())
                : Mono.defer(() -> transactions.execute(
                        TransactionOptions.defaults(), nested(update).run()));
    }

    /** What is read of the changed rows as they are now; there has to be at least one change. */
    public <E, T> Mono<List<T>> update(Update<E> update, SelectList<E> list, RowReader<T> reader) {
        ChangedRows<T> rows = ChangedRows.of(update.choice(), list.size(), reader);
        return Mono.defer(() -> update.related().isEmpty()
                ? rows.answer(executor, CHANGE.updateReturning(touched(update), list))
                : transactions.execute(
                        TransactionOptions.defaults(), nested(update).run(list, reader)));
    }

    /** The changed entities as they were and as they are now; there has to be at least one change. */
    public <E> Mono<List<Changed<E>>> changes(Update<E> update) {
        int columns = 2 * update.entity().properties().size();
        ChangedRows<Changed<E>> rows = ChangedRows.of(update.choice(), columns, new ChangedReader<>(update.entity()));
        return Mono.defer(() -> rows.answer(executor, CHANGE.changes(touched(update))));
    }

    /** The number of changed rows; there has to be at least one change. */
    public <E> Mono<Long> updateCount(Update<E> update) {
        return Mono.defer(() -> update.related().isEmpty()
                ? executor.update(CHANGE.update(touched(update)))
                : transactions.execute(
                        TransactionOptions.defaults(), nested(update).count()));
    }

    private <E> NestedUpdate<E> nested(Update<E> update) {
        return new NestedUpdate<>(executor, update, GeneratedValues.at(clock));
    }

    /** The removed entities as they were. */
    public <E> Mono<List<E>> delete(Delete<E> delete) {
        return delete(
                delete,
                SelectList.properties(delete.entity().properties()),
                delete.entity().reader());
    }

    /** What is read of the removed rows as they were. */
    public <E, T> Mono<List<T>> delete(Delete<E> delete, SelectList<E> list, RowReader<T> reader) {
        ChangedRows<T> rows = ChangedRows.of(delete.choice(), list.size(), reader);
        return Mono.defer(() -> rows.answer(executor, CHANGE.deleteReturning(delete, list)));
    }

    /** The number of removed rows. */
    public <E> Mono<Long> deleteCount(Delete<E> delete) {
        return Mono.defer(() -> executor.update(CHANGE.delete(delete)));
    }

    /**
     * The given entities' rows with their values, in the order given; fails with {@link
     * org.reactiveorm.error.StaleEntityException} or {@link org.reactiveorm.error.NotFoundException}, and changes nothing, if one
     * is not there as expected.
     */
    public <E> Mono<List<E>> updateAll(UpdateAll<E> update) {
        return Mono.defer(() -> change(update.rows()).update(update, GeneratedValues.at(clock)));
    }

    /** {@link #updateAll} without the rows: how many they are. */
    public <E> Mono<Long> updateAllCount(UpdateAll<E> update) {
        return Mono.defer(() -> change(update.rows()).updateCount(update, GeneratedValues.at(clock)));
    }

    /** The given entities' rows as they were, removed; fails like {@link #updateAll}. */
    public <E> Mono<List<E>> deleteAll(GivenRows<E> rows) {
        return Mono.defer(() -> change(rows).delete());
    }

    /** {@link #deleteAll} without the rows: how many they were. */
    public <E> Mono<Long> deleteAllCount(GivenRows<E> rows) {
        return Mono.defer(() -> change(rows).deleteCount());
    }

    private <E> GivenRowsChange<E> change(GivenRows<E> rows) {
        return new GivenRowsChange<>(executor, rows);
    }

    private <E> Update<E> touched(Update<E> update) {
        return update.assigning(GeneratedValues.at(clock).forUpdate(update.entity(), update.assignments()));
    }
}
