package org.reactiveorm;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.GivenRows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes the rows of entities, all of them or none, in one statement for any number, and answers them as they were, in the
 * order given. Immutable; the ids and versions are those that the entities had when they were given.
 *
 * <p>Every row has to be there. If the entity has a {@code @Version}, it has to be of the entity's version too, or the call fails
 * with {@link org.reactiveorm.error.StaleEntityException}, which names the first in the order given, and how many; without
 * one a missing row fails with {@link NotFoundException}. Nothing is removed then. To remove what is there of some ids, there
 * is {@code orm.delete(…).byIds(…)}. The server lets only those lock rows, as is done before they are removed, who may update
 * the table.
 *
 * @param <E> the entity
 */
public final class DeleteAllSpec<E> implements Results<E> {

    private final Engine engine;
    private final GivenRows<E> rows;

    DeleteAllSpec(Engine engine, GivenRows<E> rows) {
        this.engine = engine;
        this.rows = rows;
    }

    /** Removes the rows of an entity with {@code @SoftDelete} instead of marking them. */
    public DeleteAllSpec<E> permanently() {
        return new DeleteAllSpec<>(engine.permanently(), rows);
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: rows that they would
     * hide are there too.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public DeleteAllSpec<E> unscoped(String... names) {
        return new DeleteAllSpec<>(engine.unscoped(rows.entity(), names), rows);
    }

    @Override
    public Mono<E> one() {
        return rows.isEmpty() ? Mono.empty() : results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return one().switchIfEmpty(Mono.error(() -> new NotFoundException(
                "No %s was given to delete.".formatted(rows.entity().name()),
                ErrorContext.of(rows.entity().name()))));
    }

    @Override
    public Mono<E> first() {
        return all().next();
    }

    @Override
    public Flux<E> all() {
        return rows.isEmpty() ? Flux.empty() : results().all();
    }

    @Override
    public Mono<Long> count() {
        return rows.isEmpty() ? Mono.just(0L) : engine.writer().deleteAllCount(rows);
    }

    private ChangeResults<E> results() {
        return new ChangeResults<>(
                engine, rows.entity(), engine.writer().deleteAll(rows), List.of(), ChangeResults.Certainty.of(rows));
    }
}
