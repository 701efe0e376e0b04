package org.reactiveorm;

import java.util.List;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Constant;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.ExpectedVersion;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.RowMembership;
import org.reactiveorm.query.UniqueMatch;
import org.reactiveorm.read.Projection;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes rows in one statement and answers them as they were. Immutable.
 *
 * @param <E> the entity
 */
public final class DeleteSpec<E> implements Results<E> {

    private final Engine engine;
    private final Delete<E> delete;
    private final List<Include<E, ?>> includes;
    private final NotFound notFound;

    DeleteSpec(Engine engine, Delete<E> delete, List<Include<E, ?>> includes, NotFound notFound) {
        this.engine = engine;
        this.delete = delete;
        this.includes = includes;
        this.notFound = notFound;
    }

    /**
     * Only rows for which all conditions hold, together with those of earlier calls.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a condition is null, or a version is expected of the row
     */
    @SafeVarargs
    public final DeleteSpec<E> where(Condition<E>... conditions) {
        notFound.requireNoVersion();
        return and(Condition.all(conditions), NotFound.matching(delete.entity()));
    }

    /**
     * Only if the row given by {@code byId} has this {@code @Version}, the one that the caller has seen. Every terminal fails with
     * {@link org.reactiveorm.error.StaleEntityException} if it has another or is gone.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the row was not given by {@code byId} alone, the entity has no
     *     {@code @Version}, or a version is expected already
     */
    public DeleteSpec<E> ifVersion(long expected) {
        ExpectedVersion<E> version = ExpectedVersion.of(delete.entity(), expected);
        return and(version.condition(), notFound.expecting(version));
    }

    private DeleteSpec<E> and(Condition<E> condition, NotFound next) {
        Condition<E> both = delete.where().and(condition);
        return new DeleteSpec<>(engine, new Delete<>(delete.entity(), both), includes, next);
    }

    /**
     * Loads these relations for the answer as they were before, in the same transaction: the rows are locked and read, then
     * removed by their keys.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final DeleteSpec<E> include(Includable<E>... relations) {
        List<Include<E, ?>> all =
                rows().including(includes).including(Include.all(relations)).includes();
        return new DeleteSpec<>(engine, delete, all, notFound);
    }

    private Query<E> rows() {
        return Query.of(delete.entity()).and(delete.where());
    }

    @Override
    public Mono<E> one() {
        return notFound.unlessStale(results().one());
    }

    @Override
    public Mono<E> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<E> first() {
        return notFound.unlessStale(results().first());
    }

    @Override
    public Flux<E> all() {
        return notFound.unlessStale(results().all());
    }

    @Override
    public Mono<Long> count() {
        return notFound.countUnlessStale(
                isEmpty() ? Mono.just(0L) : engine.writer().deleteCount(delete));
    }

    private boolean isEmpty() {
        return delete.where() instanceof Constant<E> constant && !constant.value();
    }

    private ChangeResults<E> results() {
        ChangeResults.Certainty certainty = UniqueMatch.isUnique(delete.entity(), delete.where())
                ? ChangeResults.Certainty.AT_MOST_ONE
                : ChangeResults.Certainty.ANY_NUMBER;
        Mono<List<E>> removed = includes.isEmpty() ? engine.writer().delete(delete) : readAndRemoved();
        return new ChangeResults<>(
                engine, delete.entity(), isEmpty() ? Mono.just(List.of()) : removed, List.of(), certainty);
    }

    private Mono<List<E>> readAndRemoved() {
        Query<E> locked = rows().including(includes).locked(new Lock(Lock.Strength.UPDATE, Lock.Wait.BLOCK));
        Mono<List<E>> work = engine.reader()
                .all(locked, Projection.entities(locked))
                .collectList()
                .flatMap(read -> read.isEmpty() ? Mono.just(read) : remove(read).thenReturn(read));
        return engine.transactions().execute(TransactionOptions.defaults(), work);
    }

    private Mono<Long> remove(List<E> read) {
        return engine.writer().deleteCount(new Delete<>(delete.entity(), RowMembership.of(delete.entity(), read)));
    }
}
