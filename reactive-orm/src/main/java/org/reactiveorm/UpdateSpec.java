package org.reactiveorm;

import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.UniqueMatch;
import org.reactiveorm.query.Update;
import org.reactiveorm.read.Projection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes rows in one statement and answers them as they are now. Without any {@link #set} nothing is changed and the rows
 * are answered as they are. Immutable.
 *
 * @param <E> the entity
 */
public final class UpdateSpec<E> implements Results<E> {

    private final Engine engine;
    private final Update<E> update;
    private final NotFound notFound;

    UpdateSpec(Engine engine, Update<E> update, NotFound notFound) {
        this.engine = engine;
        this.update = update;
        this.notFound = notFound;
    }

    private UpdateSpec<E> with(Update<E> next) {
        return new UpdateSpec<>(engine, next, notFound);
    }

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SafeVarargs
    public final UpdateSpec<E> where(Condition<E>... conditions) {
        return new UpdateSpec<>(engine, update.and(Condition.all(conditions)), NotFound.matching(update.entity()));
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: without the
     * tenants', rows of all of them are changed, and can be moved from one to another.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public UpdateSpec<E> unscoped(String... names) {
        return new UpdateSpec<>(engine.unscoped(update.entity(), names), update, notFound);
    }

    /**
     * {@link #unscoped(String...)} of another entity, which conditions and includes of this call reach over relations.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public UpdateSpec<E> unscoped(EntityRef<?, ?> other, String... names) {
        return new UpdateSpec<>(engine.unscoped(other, names), update, notFound);
    }

    /**
     * Sets columns, after those of earlier calls; setting a column twice is an error of the result.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an assignment is null
     */
    @SafeVarargs
    public final UpdateSpec<E> set(Assignment<E>... assignments) {
        return with(update.setting(assignments));
    }

    /**
     * Loads these relations for the answer, in the same transaction.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final UpdateSpec<E> include(Includable<E>... relations) {
        return with(update.including(Include.all(relations)));
    }

    @Override
    public Mono<E> one() {
        return isEmpty() ? unchanged().one() : results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<E> first() {
        return isEmpty() ? unchanged().first() : results().first();
    }

    @Override
    public Flux<E> all() {
        return isEmpty() ? unchanged().all() : results().all();
    }

    @Override
    public Mono<Long> count() {
        return isEmpty() ? unchanged().count() : engine.writer().updateCount(update);
    }

    /** Whether nothing is to be changed, because nothing is set or no row can match. */
    private boolean isEmpty() {
        return update.assignments().isEmpty() || update.rows().isEmpty();
    }

    private FindResults<E> unchanged() {
        return new QueryResults<>(engine.reader(), update.rows(), Projection.entities(update.rows()), notFound);
    }

    private ChangeResults<E> results() {
        ChangeResults.Certainty certainty = UniqueMatch.isUnique(update.entity(), update.where())
                ? ChangeResults.Certainty.AT_MOST_ONE
                : ChangeResults.Certainty.ANY_NUMBER;
        return new ChangeResults<>(
                engine, update.entity(), engine.writer().update(update), update.includes(), certainty);
    }
}
