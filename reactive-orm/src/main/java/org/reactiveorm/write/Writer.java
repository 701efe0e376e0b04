package org.reactiveorm.write;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.Update;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.scope.Scoping;
import org.reactiveorm.sql.ChangeRenderer;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.WriteStep.InsertRows;
import reactor.core.publisher.Mono;

/**
 * Carries out changes. Rows are answered together when the statement is done, so that a consumer that stops early does not
 * stop a change half way. Nothing is sent before the subscription, and each subscription changes anew.
 */
public final class Writer {

    private final Executor executor;
    private final Transactions transactions;
    private final Clock clock;
    private final Scoping scoping;
    private final boolean isPermanent;

    /** Writes through this executor; {@code clock} gives the moments of {@code @CreatedAt} and {@code @UpdatedAt}. */
    public Writer(Executor executor, Transactions transactions, Clock clock, Scoping scoping) {
        this.executor = executor;
        this.transactions = transactions;
        this.clock = clock;
        this.scoping = scoping;
        this.isPermanent = false;
    }

    private Writer(Writer other, Scoping scoping, boolean isPermanent) {
        this.executor = other.executor;
        this.transactions = other.transactions;
        this.clock = other.clock;
        this.scoping = scoping;
        this.isPermanent = isPermanent;
    }

    /**
     * The same without these scopes of this entity.
     *
     * @throws InvalidQueryException if there is no name, or the entity has no such scope
     */
    public Writer unscoped(EntityModel<?> entity, Collection<String> names) {
        return new Writer(this, scoping.without(entity, names), isPermanent);
    }

    /** The same whose deletes remove rows, also of an entity with {@code @SoftDelete}. */
    public Writer permanently() {
        return new Writer(this, scoping, true);
    }

    /** Whether a delete only marks the rows. */
    public boolean keepsDeleted(EntityModel<?> entity) {
        return entity.deletion() != null && !isPermanent;
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
        return Mono.deferContextual(context -> {
            GeneratedValues generated = GeneratedValues.at(clock, scoping.at(context));
            WritePlan<E> plan = WritePlanner.plan(insert.entity(), insert.drafts(), generated);
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

    /** The changed entities as they are now; there has to be at least one assignment. */
    public <E> Mono<List<E>> update(Update<E> update) {
        return change((change, generated) -> rows(
                change.updateReturning(touched(update, generated)),
                update.entity().reader()));
    }

    /** The number of changed rows; there has to be at least one assignment. */
    public <E> Mono<Long> updateCount(Update<E> update) {
        return change((change, generated) -> executor.update(change.update(touched(update, generated))));
    }

    /** The removed entities as they were; with {@code @SoftDelete} as they are now, marked as deleted. */
    public <E> Mono<List<E>> delete(Delete<E> delete) {
        RowReader<E> reader = delete.entity().reader();
        Property<E, ?> deletion = deletion(delete.entity());
        return deletion == null
                ? change((change, generated) -> rows(change.deleteReturning(delete), reader))
                : change((change, generated) ->
                        rows(change.updateReturning(generated.forDeletion(delete, deletion)), reader));
    }

    /** The number of removed rows, or of those that were marked as deleted. */
    public <E> Mono<Long> deleteCount(Delete<E> delete) {
        Property<E, ?> deletion = deletion(delete.entity());
        return deletion == null
                ? change((change, generated) -> executor.update(change.delete(delete)))
                : change(
                        (change, generated) -> executor.update(change.update(generated.forDeletion(delete, deletion))));
    }

    private <E> @Nullable Property<E, ?> deletion(EntityModel<E> entity) {
        return keepsDeleted(entity) ? entity.deletion() : null;
    }

    /** One change of a subscriber, who sees what he may. */
    private <T> Mono<T> change(BiFunction<ChangeRenderer, GeneratedValues, Mono<T>> statement) {
        return Mono.deferContextual(context -> {
            Scopes scopes = scoping.at(context);
            return statement.apply(new ChangeRenderer(scopes), GeneratedValues.at(clock, scopes));
        });
    }

    private <E> Mono<List<E>> rows(Sql sql, RowReader<E> reader) {
        return executor.query(sql, reader).collectList();
    }

    private static <E> Update<E> touched(Update<E> update, GeneratedValues generated) {
        requireDistinct(update);
        List<Assignment<E>> assignments = generated.forUpdate(update.entity(), update.assignments());
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
