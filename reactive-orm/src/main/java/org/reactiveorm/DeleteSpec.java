package org.reactiveorm;

import java.util.List;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Constant;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.EntityRef;
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
 * Removes rows in one statement and answers them as they were. Rows of an entity with {@code @SoftDelete} are marked as deleted
 * instead, which is an update like any other: {@code @UpdatedAt} and {@code @Version} are touched, the rows are answered as they
 * are now, and what refers to them is left alone. Immutable.
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

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SafeVarargs
    public final DeleteSpec<E> where(Condition<E>... conditions) {
        Condition<E> both = delete.where().and(Condition.all(conditions));
        return new DeleteSpec<>(
                engine, new Delete<>(delete.entity(), both), includes, NotFound.matching(delete.entity()));
    }

    /**
     * Removes the rows of an entity with {@code @SoftDelete} instead of marking them. Those that are marked already are still
     * not seen: {@code unscoped(Scope.SOFT_DELETE).permanently()} removes them too.
     */
    public DeleteSpec<E> permanently() {
        return new DeleteSpec<>(engine.permanently(), delete, includes, notFound);
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: rows that are marked as
     * deleted already, or are of other tenants, are deleted too.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public DeleteSpec<E> unscoped(String... names) {
        return new DeleteSpec<>(engine.unscoped(delete.entity(), names), delete, includes, notFound);
    }

    /**
     * {@link #unscoped(String...)} of another entity, which conditions and includes of this call reach over relations.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public DeleteSpec<E> unscoped(EntityRef<?, ?> other, String... names) {
        return new DeleteSpec<>(engine.unscoped(other, names), delete, includes, notFound);
    }

    /**
     * Loads these relations for the answer as they were before, in the same transaction: the rows are locked and read, then
     * removed by their keys. Of rows that are only marked as deleted, relations are loaded after that.
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
        return results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return notFound.orFail(one());
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
        return isEmpty() ? Mono.just(0L) : engine.writer().deleteCount(delete);
    }

    private boolean isEmpty() {
        return delete.where() instanceof Constant<E> constant && !constant.value();
    }

    private ChangeResults<E> results() {
        ChangeResults.Certainty certainty = UniqueMatch.isUnique(delete.entity(), delete.where())
                ? ChangeResults.Certainty.AT_MOST_ONE
                : ChangeResults.Certainty.ANY_NUMBER;
        if (engine.writer().keepsDeleted(delete.entity())) {
            Mono<List<E>> marked =
                    isEmpty() ? Mono.just(List.of()) : engine.writer().delete(delete);
            return new ChangeResults<>(engine, delete.entity(), marked, includes, certainty);
        }
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
