package org.reactiveorm;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.UpdateAll;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes the rows of entities to the values that these have, all of them or none, in one statement for any number, and answers
 * them as they are now, in the order given. Immutable; the values are those that the entities had when they were given.
 *
 * <p>Set are all columns but the id, {@code @CreatedAt}, and what every update makes: {@code @UpdatedAt} and {@code @Version}. Null
 * is NULL. Relations are not written; their foreign keys are columns like others.
 *
 * <p>Every row has to be there. If the entity has a {@code @Version}, it has to be of the entity's version too, or the call fails
 * with {@link org.reactiveorm.error.StaleEntityException}, which names the first in the order given, and how many; without
 * one a missing row fails with {@link NotFoundException}. Nothing is changed then. Rows are locked in the order of their keys
 * before they are compared, so that a change that was under way counts, and two calls do not wait for each other. The server
 * lets only those lock rows who may update the table.
 *
 * @param <E> the entity
 */
public final class UpdateAllSpec<E> implements Results<E> {

    private final Engine engine;
    private final UpdateAll<E> update;
    private final List<Include<E, ?>> includes;

    UpdateAllSpec(Engine engine, UpdateAll<E> update, List<Include<E, ?>> includes) {
        this.engine = engine;
        this.update = update;
        this.includes = includes;
    }

    /**
     * Sets these columns only, and what every update makes; a moment that is named is taken from the entity.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is none, one is null or named twice, or one is of the id or
     *     the version
     */
    @SafeVarargs
    public final UpdateAllSpec<E> only(Column<E, ?>... columns) {
        return new UpdateAllSpec<>(engine, update.only(columns), includes);
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: rows that they would
     * hide are there too.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public UpdateAllSpec<E> unscoped(String... names) {
        return new UpdateAllSpec<>(engine.unscoped(rows().entity(), names), update, includes);
    }

    /**
     * {@link #unscoped(String...)} of another entity, whose rows are included.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public UpdateAllSpec<E> unscoped(EntityRef<?, ?> other, String... names) {
        return new UpdateAllSpec<>(engine.unscoped(other, names), update, includes);
    }

    /**
     * Loads these relations for the answer, in the same transaction.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final UpdateAllSpec<E> include(Includable<E>... relations) {
        // a query knows which includes go together
        Query<E> answer = Query.of(rows().entity()).including(includes).including(Include.all(relations));
        return new UpdateAllSpec<>(engine, update, answer.includes());
    }

    @Override
    public Mono<E> one() {
        return rows().isEmpty() ? Mono.empty() : results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return one().switchIfEmpty(Mono.error(() -> new NotFoundException(
                "No %s was given to update.".formatted(rows().entity().name()),
                ErrorContext.of(rows().entity().name()))));
    }

    @Override
    public Mono<E> first() {
        return all().next();
    }

    @Override
    public Flux<E> all() {
        return rows().isEmpty() ? Flux.empty() : results().all();
    }

    @Override
    public Mono<Long> count() {
        return rows().isEmpty() ? Mono.just(0L) : engine.writer().updateAllCount(update);
    }

    private GivenRows<E> rows() {
        return update.rows();
    }

    private ChangeResults<E> results() {
        return new ChangeResults<>(
                engine,
                rows().entity(),
                engine.writer().updateAll(update),
                includes,
                ChangeResults.Certainty.of(rows()));
    }
}
