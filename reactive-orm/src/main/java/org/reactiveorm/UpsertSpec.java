package org.reactiveorm;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Upsert;
import org.reactiveorm.write.Upserted;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inserts entities, or changes the rows that have their key already, and answers them as they are now, in the order given. It is
 * always {@code INSERT … ON CONFLICT}, one statement for each set of columns that the entities give, in a transaction if there are
 * several: of any number of callers with the same key one inserts and the others change. A NULL in the key conflicts with
 * nothing. Immutable.
 *
 * <p>With {@code update()} without assignments a row that is there is not written. It is answered as it was when the statement
 * began; of entities with the same key the first is inserted and all of them are answered with it. If others committed it after
 * that, the statement is repeated; so several entities are a transaction. A trigger must not change the key.
 *
 * <p>With related rows, in a new entity or in {@code update(…)}, it is several statements in one transaction, whose number does not
 * depend on the number of entities: rows that are there are locked and changed as {@link UpdateSpec#set} does, the others are inserted
 * as {@link InsertSpec} does; if others insert one of them when what it refers to has been made, all is undone with a {@link
 * org.reactiveorm.error.TransactionConflictException}. There {@code where(…)} is refused, and so are partial keys and {@code excluded()} within an expression.
 *
 * <p>It fails with {@link InvalidQueryException} before any SQL if an entity leaves out a required column or one of the key, or
 * two of them would change the same row; with {@link org.reactiveorm.error.UniqueViolationException} for a conflict with another key,
 * or, without {@code where(…)} and {@code doNothing()}, if the row that is there is hidden by a scope;
 * with {@link org.reactiveorm.error.TransactionConflictException} when callers lock the same rows in different orders, which
 * batches that are sorted by the key do not.
 *
 * @param <E> the entity
 */
public final class UpsertSpec<E> implements Results<E> {

    private final Engine engine;
    private final Upsert<E> upsert;
    private final List<Include<E, ?>> includes;

    UpsertSpec(Engine engine, Upsert<E> upsert, List<Include<E, ?>> includes) {
        this.engine = engine;
        this.upsert = upsert;
        this.includes = includes;
    }

    /**
     * Changes a row that is there only if all conditions hold for it, together with those of earlier calls; else it is left as it
     * is and not answered. They may look at the new entity with {@code excluded()}.
     *
     * @throws InvalidQueryException if a condition is null, or there is no update that it could be a condition of
     */
    @SafeVarargs
    public final UpsertSpec<E> where(Condition<E>... conditions) {
        Conflict<E> conditional = upsert.conflict().accept(new Restricted<>(upsert, Condition.all(conditions)));
        return new UpsertSpec<>(engine, upsert.on(conditional), includes);
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: rows that they would
     * hide are found and changed too.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public UpsertSpec<E> unscoped(String... names) {
        return new UpsertSpec<>(engine.unscoped(upsert.entity(), names), upsert, includes);
    }

    /**
     * {@link #unscoped(String...)} of another entity, whose rows are nested in this one's or included.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public UpsertSpec<E> unscoped(EntityRef<?, ?> other, String... names) {
        return new UpsertSpec<>(engine.unscoped(other, names), upsert, includes);
    }

    /**
     * Loads these relations for the answer, in the same transaction.
     *
     * @throws InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final UpsertSpec<E> include(Includable<E>... relations) {
        Query<E> answer = Query.of(upsert.entity()).including(includes).including(Include.all(relations));
        return new UpsertSpec<>(engine, upsert, answer.includes());
    }

    /** The same upsert, which also answers what it did to each row. Views and partitioned tables have not what it takes to tell. */
    public Results<Upserted<E>> flagged() {
        return new UpsertOutcomes<>(engine, upsert, includes);
    }

    @Override
    public Mono<E> one() {
        return results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return results().oneOrFail();
    }

    @Override
    public Mono<E> first() {
        return results().first();
    }

    @Override
    public Flux<E> all() {
        return results().all();
    }

    @Override
    public Mono<Long> count() {
        return results().count();
    }

    private UpsertResults<E> results() {
        return new UpsertResults<>(engine, upsert, includes);
    }

    /** With another condition. */
    private record Restricted<E>(Upsert<E> upsert, Condition<E> condition) implements Conflict.Visitor<E, Conflict<E>> {

        @Override
        public Conflict<E> skip(Conflict.Skip<E> skip) {
            throw nothingToRestrict();
        }

        @Override
        public Conflict<E> keep(Conflict.Keep<E> keep) {
            throw nothingToRestrict();
        }

        @Override
        public Conflict<E> change(Conflict.Change<E> change) {
            return new Conflict.Change<>(
                    change.key(), change.assignments(), change.where().and(condition));
        }

        private InvalidQueryException nothingToRestrict() {
            return new InvalidQueryException(
                    "where(…) of an upsert says which rows are changed, but this upsert of %s changes none. Give update(…) what to change, or leave where(…) out."
                            .formatted(upsert.entity().name()),
                    ErrorContext.of(upsert.entity().name()));
        }
    }
}
