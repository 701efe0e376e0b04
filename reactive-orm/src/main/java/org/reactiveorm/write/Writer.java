package org.reactiveorm.write;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.UnitChanges;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.query.Upsert;
import org.reactiveorm.scope.Scoping;
import org.reactiveorm.sql.ChangeRenderer;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.UpsertRenderer;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.UnitExecution.Removal;
import reactor.core.publisher.Mono;

/**
 * Carries out changes. Rows are answered together when the statement is done, so that a consumer that stops early does not
 * stop a change half way. Nothing is sent before the subscription, and each subscription changes anew.
 */
public final class Writer {

    private final Executor executor;
    private final Transactions transactions;
    private final Provenance provenance;
    private final Scoping scoping;
    private final boolean isPermanent;
    private final Listeners listeners;

    /** Writes through this executor; {@code provenance} says when and by whom, {@code scoping} which rows are seen. */
    public Writer(Executor executor, Transactions transactions, Provenance provenance, Scoping scoping) {
        this.executor = executor;
        this.transactions = transactions;
        this.provenance = provenance;
        this.scoping = scoping;
        this.isPermanent = false;
        this.listeners = Listeners.none();
    }

    private Writer(Writer other, Scoping scoping, boolean isPermanent, Listeners listeners) {
        this.executor = other.executor;
        this.transactions = other.transactions;
        this.provenance = other.provenance;
        this.scoping = scoping;
        this.isPermanent = isPermanent;
        this.listeners = listeners;
    }

    /** The same of whose rows these hear. */
    public Writer heardBy(Listeners others) {
        return new Writer(this, scoping, isPermanent, others);
    }

    /** Whether somebody hears of rows of this entity, so that its changes are in a transaction. */
    public boolean isHeard(EntityModel<?> entity) {
        return listeners.hear(entity);
    }

    /**
     * The same without these scopes of this entity.
     *
     * @throws InvalidQueryException if there is no name, or the entity has no such scope
     */
    public Writer unscoped(EntityModel<?> entity, Collection<String> names) {
        return new Writer(this, scoping.without(entity, names), isPermanent, listeners);
    }

    /** The same whose deletes remove rows, also of an entity with {@code @SoftDelete}. */
    public Writer permanently() {
        return new Writer(this, scoping, true, listeners);
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
        return inserting(
                insert,
                (plan, generated) -> plan.isOneRow() && !listeners.hear(plan)
                        ? insertOne(plan.rootStep())
                        : insertTogether(plan, generated));
    }

    /** Plans new rows; an error that is found before anything is sent names the row. */
    private <E, T> Mono<T> inserting(Insert<E> insert, BiFunction<WritePlan<E>, GeneratedValues, Mono<T>> work) {
        return generating(generated -> Mono.defer(
                        () -> work.apply(WritePlanner.insert(insert.entity(), insert.drafts(), generated), generated))
                .onErrorMap(error -> UnsentRow.named(error, insert, generated)));
    }

    private <E> Mono<List<E>> insertOne(InsertRows<E> step) {
        List<RowValues<E>> row = List.of(step.rows().get(0).values());
        return new BatchInsertion<>(InsertBatch.of(step.entity(), row), InputRows.inOrder(1)).run(executor);
    }

    /** One statement is atomic without a transaction. */
    private <E> Mono<List<E>> insertTogether(WritePlan<E> plan, GeneratedValues generated) {
        return (listeners.hear(plan) ? Optional.<GraphInsertion<E>>empty() : InsertGraphBuilder.build(plan))
                .map(graph -> graph.run(executor))
                .orElseGet(() -> inTransaction(
                        generated,
                        statements -> statements.events().toldOf(new PlanExecution<>(statements, plan).run())))
                .onErrorMap(
                        ForeignKeyViolationException.class, error -> Connection.explained(error, plan.connections()));
    }

    /** The number of entities that were inserted, without those nested in them; a single table does not send them back. */
    public <E> Mono<Long> insertCount(Insert<E> insert) {
        if (insert.drafts().isEmpty()) {
            return Mono.just(0L);
        }
        return inserting(
                insert,
                (plan, generated) -> (listeners.hear(plan) ? Optional.<Sql>empty() : InsertCount.of(plan))
                        .map(executor::update)
                        .orElseGet(() -> insertTogether(plan, generated).map(rows -> (long) rows.size())));
    }

    /**
     * The number of rows that were loaded with COPY. Fails with {@link InvalidQueryException} before any statement if there are
     * nested entities, or a listener hears of the rows.
     */
    public <E> Mono<Long> copy(Insert<E> insert) {
        return inserting(insert, (plan, generated) -> {
            if (listeners.hear(plan)) {
                throw Listeners.unheard(insert.entity(), "COPY does not answer the rows");
            }
            return new CopyExecution(executor, transactions).run(plan);
        });
    }

    /**
     * What an upsert has inserted, changed or found, in the order given. Fails with {@link InvalidQueryException} before any
     * statement if a required column or one of the key is missing, or two entities would change the same row.
     */
    public <E> Mono<List<Upserted<E>>> upsert(Upsert<E> upsert, UpsertRenderer.Answer answer) {
        return upsert.drafts().isEmpty()
                ? Mono.just(List.of())
                : generating(generated -> isByStep(upsert)
                        ? nested(upsert, generated)
                        : execution(upsert, generated).run(answer));
    }

    /** The number of rows that an upsert has inserted, changed or found. */
    public <E> Mono<Long> upsertCount(Upsert<E> upsert) {
        return upsert.drafts().isEmpty()
                ? Mono.just(0L)
                : generating(generated -> isByStep(upsert)
                        ? nested(upsert, generated).map(rows -> (long) rows.size())
                        : execution(upsert, generated).count());
    }

    /** Who hears of rows hears of them before, when it has to be known which are there. */
    private boolean isByStep(Upsert<?> upsert) {
        return upsert.isNested() || isHeard(upsert.entity());
    }

    private <E> Mono<List<Upserted<E>>> nested(Upsert<E> upsert, GeneratedValues generated) {
        if (upsert.conflict().key() == null) {
            throw Listeners.unheard(
                    upsert.entity(), "Skipping duplicates by any key does not tell before which are new rows");
        }
        Statements statements = statements(generated);
        NestedUpsert<E> planned = new NestedUpsert<>(statements, upsert, generated);
        return transactions.execute(
                TransactionOptions.defaults(), statements.events().toldOf(planned.run()));
    }

    private <E> UpsertExecution<E> execution(Upsert<E> upsert, GeneratedValues generated) {
        return new UpsertExecution<>(statements(generated), transactions, UpsertPlan.of(upsert, generated));
    }

    private Statements statements(GeneratedValues generated) {
        return new Statements(executor, generated.scopes(), new Events(listeners, generated.scopes()));
    }

    /** The changed entities as they are now; there has to be at least one change. */
    public <E> Mono<List<E>> update(Update<E> update) {
        return update.related().isEmpty()
                ? update(update, columns(update.entity()), update.entity().reader())
                : generating(generated -> nested(update, generated, NestedUpdate::run));
    }

    /** What is read of the changed rows as they are now; there has to be at least one change. */
    public <E, T> Mono<List<T>> update(Update<E> update, SelectList<E> list, RowReader<T> reader) {
        ChangedRows<T> rows = ChangedRows.of(update.choice(), list.size(), reader);
        return generating(generated -> {
            if (!update.related().isEmpty()) {
                return nested(update, generated, nested -> nested.run(list, reader));
            }
            return isHeard(update.entity())
                    ? heard(generated, changes -> changes.update(update, list, reader))
                    : rows.answer(executor, change(generated).updateReturning(touched(update, generated), list));
        });
    }

    /** The changed entities as they were and as they are now; there has to be at least one change. */
    public <E> Mono<List<Changed<E>>> changes(Update<E> update) {
        int columns = 2 * update.entity().properties().size();
        ChangedRows<Changed<E>> rows = ChangedRows.of(update.choice(), columns, new ChangedReader<>(update.entity()));
        return generating(generated -> isHeard(update.entity())
                ? heard(generated, changes -> changes.changes(update))
                : rows.answer(executor, change(generated).changes(touched(update, generated))));
    }

    /** The number of changed rows; there has to be at least one change. */
    public <E> Mono<Long> updateCount(Update<E> update) {
        return update.related().isEmpty()
                ? counted(
                        update.entity(),
                        () -> update(update),
                        () -> generating(
                                generated -> executor.update(change(generated).update(touched(update, generated)))))
                : update(update).map(rows -> (long) rows.size());
    }

    private <E, T> Mono<T> nested(Update<E> update, GeneratedValues generated, Function<NestedUpdate<E>, Mono<T>> run) {
        return inTransaction(generated, statements -> run.apply(new NestedUpdate<>(statements, update, generated)));
    }

    /** The removed entities as they were; with {@code @SoftDelete} as they are now, marked as deleted. */
    public <E> Mono<List<E>> delete(Delete<E> delete) {
        return delete(delete, columns(delete.entity()), delete.entity().reader());
    }

    private static <E> SelectList<E> columns(EntityModel<E> entity) {
        return SelectList.properties(entity.properties());
    }

    /** What is read of the removed rows as they were; with {@code @SoftDelete} as they are now, marked as deleted. */
    public <E, T> Mono<List<T>> delete(Delete<E> delete, SelectList<E> list, RowReader<T> reader) {
        ChangedRows<T> rows = ChangedRows.of(delete.choice(), list.size(), reader);
        Property<E, ?> deletion = deletion(delete.entity());
        if (deletion == null) {
            return removing(generated -> isHeard(delete.entity())
                    ? heard(generated, changes -> changes.delete(delete, list, reader))
                    : rows.answer(executor, change(generated).deleteReturning(delete, list)));
        }
        return generating(generated -> isHeard(delete.entity())
                ? heard(generated, changes -> changes.mark(delete, deletion, list, reader))
                : rows.answer(executor, change(generated).updateReturning(generated.marking(delete, deletion), list)));
    }

    /** The number of removed rows, or of those that were marked as deleted. */
    public <E> Mono<Long> deleteCount(Delete<E> delete) {
        Property<E, ?> deletion = deletion(delete.entity());
        return counted(
                delete.entity(),
                () -> delete(delete),
                () -> deletion == null
                        ? removing(
                                generated -> executor.update(change(generated).delete(delete)))
                        : generating(generated ->
                                executor.update(change(generated).update(generated.marking(delete, deletion)))));
    }

    /** Who hears of rows has to see them. */
    private <E> Mono<Long> counted(EntityModel<E> entity, Supplier<Mono<List<E>>> rows, Supplier<Mono<Long>> number) {
        return Mono.defer(() -> isHeard(entity) ? rows.get().map(all -> (long) all.size()) : number.get());
    }

    private <E> @Nullable Property<E, ?> deletion(EntityModel<E> entity) {
        return keepsDeleted(entity) ? entity.deletion() : null;
    }

    /**
     * The given entities' rows with their values, in the order given; fails with {@link
     * org.reactiveorm.error.StaleEntityException} or {@link org.reactiveorm.error.NotFoundException}, and changes nothing, if one
     * is not there as expected.
     */
    public <E> Mono<List<E>> updateAll(UpdateAll<E> update) {
        GivenRows<E> rows = update.rows();
        return generating(generated -> isHeard(rows.entity())
                ? heard(rows, generated, given -> given.update(update))
                : given(rows, generated).update(update));
    }

    /** {@link #updateAll} without the rows: how many they are. */
    public <E> Mono<Long> updateAllCount(UpdateAll<E> update) {
        return counted(
                update.rows().entity(),
                () -> updateAll(update),
                () -> generating(generated -> given(update.rows(), generated).updateCount(update)));
    }

    /** The given entities' rows as they were, removed, or marked as deleted; fails like {@link #updateAll}. */
    public <E> Mono<List<E>> deleteAll(GivenRows<E> rows) {
        Property<E, ?> deletion = deletion(rows.entity());
        if (deletion == null) {
            return removing(generated -> isHeard(rows.entity())
                    ? heard(rows, generated, HeardGivenRows::delete)
                    : given(rows, generated).delete());
        }
        return generating(generated -> isHeard(rows.entity())
                ? heard(rows, generated, given -> given.mark(deletion))
                : given(rows, generated).mark(deletion));
    }

    /** {@link #deleteAll} without the rows: how many they were. */
    public <E> Mono<Long> deleteAllCount(GivenRows<E> rows) {
        Property<E, ?> deletion = deletion(rows.entity());
        return counted(
                rows.entity(),
                () -> deleteAll(rows),
                () -> deletion == null
                        ? removing(generated -> given(rows, generated).deleteCount())
                        : generating(generated -> given(rows, generated).markCount(deletion)));
    }

    /**
     * Everything that a unit of work changes, in one transaction or one statement. Fails with {@link InvalidQueryException} before any
     * statement if it cannot be planned, and like {@link #insert}, {@link #updateAll} and {@link #deleteAll}.
     */
    public Mono<BatchResult> flush(UnitChanges changes) {
        if (changes.isEmpty()) {
            return Mono.fromSupplier(BatchResult::new);
        }
        return generating(generated -> Mono.defer(() -> {
            UnitPlan plan = UnitPlanner.plan(changes, generated);
            Mono<BatchResult> run = new UnitExecution(
                            statements(generated), plan, generated, isPermanent ? Removal.PERMANENT : Removal.BY_ENTITY)
                    .run();
            return plan.isOneStatement() && listeners.isNone()
                    ? run
                    : transactions.execute(TransactionOptions.defaults(), run);
        }));
    }

    private <E> GivenRowsChange<E> given(GivenRows<E> rows, GeneratedValues generated) {
        return new GivenRowsChange<>(
                executor, rows, generated, InputRows.inOrder(rows.rows().size()));
    }

    private <E> Mono<List<E>> heard(
            GivenRows<E> rows, GeneratedValues generated, Function<HeardGivenRows<E>, Mono<List<E>>> change) {
        return inTransaction(
                generated,
                statements -> statements
                        .events()
                        .toldOf(change.apply(new HeardGivenRows<>(statements, given(rows, generated)))));
    }

    private <T> Mono<T> heard(GeneratedValues generated, Function<HeardChanges, Mono<T>> change) {
        return inTransaction(
                generated,
                statements -> statements.events().toldOf(change.apply(new HeardChanges(statements, generated))));
    }

    private <T> Mono<T> inTransaction(GeneratedValues generated, Function<Statements, Mono<T>> work) {
        return transactions.execute(TransactionOptions.defaults(), Mono.defer(() -> work.apply(statements(generated))));
    }

    private <T> Mono<T> generating(Function<GeneratedValues, Mono<T>> work) {
        return provenance.generating(scoping, work);
    }

    private <T> Mono<T> removing(Function<GeneratedValues, Mono<T>> work) {
        return provenance.removing(scoping, work);
    }

    private static ChangeRenderer change(GeneratedValues generated) {
        return new ChangeRenderer(generated.scopes());
    }

    private static <E> Update<E> touched(Update<E> update, GeneratedValues generated) {
        return update.assigning(generated.forUpdate(update.entity(), update.assignments()));
    }
}
