package org.reactiveorm.write;

import java.time.Clock;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.Upsert;
import org.reactiveorm.sql.ChangeRenderer;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.UpsertRenderer;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.WriteStep.InsertRows;
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
            WritePlan<E> plan = WritePlanner.plan(insert.entity(), insert.drafts(), GeneratedValues.at(clock));
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
                        transactions.execute(TransactionOptions.defaults(), new PlanExecution<>(executor, plan).run()));
    }

    /** The number of entities that were inserted, without those nested in them; a single table does not send them back. */
    public <E> Mono<Long> insertCount(Insert<E> insert) {
        if (insert.drafts().isEmpty()) {
            return Mono.just(0L);
        }
        return Mono.defer(() -> {
            WritePlan<E> plan = WritePlanner.plan(insert.entity(), insert.drafts(), GeneratedValues.at(clock));
            return InsertCount.of(plan)
                    .map(executor::update)
                    .orElseGet(() -> insertTogether(plan).map(rows -> (long) rows.size()));
        });
    }

    /** The number of rows that were loaded with COPY; fails with {@link InvalidQueryException} if there are nested entities. */
    public <E> Mono<Long> copy(Insert<E> insert) {
        return Mono.defer(() -> new CopyExecution(executor, transactions)
                .run(WritePlanner.plan(insert.entity(), insert.drafts(), GeneratedValues.at(clock))));
    }

    /**
     * What an upsert has inserted, changed or found, in the order given. Fails with {@link InvalidQueryException} before any
     * statement if a required column or one of the key is missing, or two entities would change the same row.
     */
    public <E> Mono<List<Upserted<E>>> upsert(Upsert<E> upsert, UpsertRenderer.Answer answer) {
        return upsert.drafts().isEmpty()
                ? Mono.just(List.of())
                : Mono.defer(() -> execution(upsert).run(answer));
    }

    /** The number of rows that an upsert has inserted, changed or found. */
    public <E> Mono<Long> upsertCount(Upsert<E> upsert) {
        return upsert.drafts().isEmpty()
                ? Mono.just(0L)
                : Mono.defer(() -> execution(upsert).count());
    }

    private <E> UpsertExecution<E> execution(Upsert<E> upsert) {
        return new UpsertExecution<>(executor, transactions, UpsertPlan.of(upsert, GeneratedValues.at(clock)));
    }

    /** The changed entities as they are now; there has to be at least one assignment. */
    public <E> Mono<List<E>> update(Update<E> update) {
        return Mono.defer(() ->
                rows(CHANGE.updateReturning(touched(update)), update.entity().reader()));
    }

    /** The number of changed rows; there has to be at least one assignment. */
    public <E> Mono<Long> updateCount(Update<E> update) {
        return Mono.defer(() -> executor.update(CHANGE.update(touched(update))));
    }

    /** The removed entities as they were. */
    public <E> Mono<List<E>> delete(Delete<E> delete) {
        return Mono.defer(
                () -> rows(CHANGE.deleteReturning(delete), delete.entity().reader()));
    }

    /** The number of removed rows. */
    public <E> Mono<Long> deleteCount(Delete<E> delete) {
        return Mono.defer(() -> executor.update(CHANGE.delete(delete)));
    }

    private <E> Mono<List<E>> rows(Sql sql, RowReader<E> reader) {
        return executor.query(sql, reader).collectList();
    }

    private <E> Update<E> touched(Update<E> update) {
        requireDistinct(update);
        List<Assignment<E>> assignments = GeneratedValues.at(clock).forUpdate(update.entity(), update.assignments());
        return new Update<>(update.entity(), update.where(), assignments, update.includes());
    }

    private static <E> void requireDistinct(Update<E> update) {
        boolean[] assigned = new boolean[update.entity().properties().size()];
        for (Assignment<E> assignment : update.assignments()) {
            Property<E, ?> property = assignment.property();
            if (assigned[property.index()]) {
                throw new InvalidQueryException(
                        "%s.%s is set twice in one update."
                                .formatted(update.entity().name(), property.name()),
                        ErrorContext.of(update.entity().name()).withProperties(List.of(property.name())));
            }
            assigned[property.index()] = true;
        }
    }
}
