package org.reactiveorm;

import java.util.Collection;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.ExpectedVersion;
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

    /**
     * Only rows for which all conditions hold, together with those of earlier calls.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a condition is null, or a version is expected of the row
     */
    @SafeVarargs
    public final UpdateSpec<E> where(Condition<E>... conditions) {
        notFound.requireNoVersion();
        return new UpdateSpec<>(engine, update.and(Condition.all(conditions)), NotFound.matching(update.entity()));
    }

    /**
     * Only if the row given by {@code byId} has this {@code @Version}, the one that the caller has seen. Every terminal fails with
     * {@link org.reactiveorm.error.StaleEntityException} if it has another or is gone; of those who change a row at once from one
     * version, one succeeds.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the row was not given by {@code byId} alone, the entity has no
     *     {@code @Version}, or a version is expected already
     */
    public UpdateSpec<E> ifVersion(long expected) {
        ExpectedVersion<E> version = ExpectedVersion.of(update.entity(), expected);
        return new UpdateSpec<>(engine, update.and(version.condition()), notFound.expecting(version));
    }

    /**
     * Sets columns, and changes related rows, after those of earlier calls; setting a column twice is an error of the result.
     *
     * <p>With changes of related rows it is several statements in one transaction, whose number depends on the shape of the
     * call and not on the number of rows. The rows are locked, and what is done with each comes in this order, in whichever order it was given:
     * what its own foreign keys refer to is changed, created or found; the row is changed; of the other relations rows are
     * disconnected and deleted, then changed ({@code update}, {@code updateAll}, {@code upsert}), then added ({@code connect},
     * {@code connectOrCreate}, {@code create}). Any failure leaves everything as it was.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a change is null
     */
    @SafeVarargs
    public final UpdateSpec<E> set(Change<E>... changes) {
        return with(update.setting(changes));
    }

    /** {@link #set(Change[])} of any number. */
    public UpdateSpec<E> set(Collection<? extends Change<E>> changes) {
        return with(update.setting(changes));
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
        return notFound.unlessStale(isEmpty() ? unchanged().one() : results().one());
    }

    @Override
    public Mono<E> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<E> first() {
        return notFound.unlessStale(isEmpty() ? unchanged().first() : results().first());
    }

    @Override
    public Flux<E> all() {
        return notFound.unlessStale(isEmpty() ? unchanged().all() : results().all());
    }

    @Override
    public Mono<Long> count() {
        return notFound.countUnlessStale(
                isEmpty() ? unchanged().count() : engine.writer().updateCount(update));
    }

    /** Whether nothing is to be changed, because nothing is set or no row can match. */
    private boolean isEmpty() {
        return update.isEmpty() || update.rows().isEmpty();
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
