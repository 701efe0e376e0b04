package org.reactiveorm;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inserts new entities, all of them or none, and answers them in the order given with all that the database made.
 * Immutable.
 *
 * <p>A tree of any depth and any number of rows is one statement of WITH queries, one for each place of the tree and set of
 * columns given there; only where there would be more than 32 of them is it several statements, in a transaction. As with
 * any single statement, whoever cancels or loses the connection while it runs does not learn whether it was done. It fails
 * with {@link org.reactiveorm.error.InvalidQueryException} before anything is sent if anywhere in the tree a required
 * column is missing, a to-one relation has several entities, or a key is given by more than one place. Of several rows the
 * error says which one is to blame ({@link org.reactiveorm.error.ErrorContext#row()}), also where it is the server that does not
 * take a value, as far as it can be told for sure.
 *
 * <p>The queries of one statement may not see each other's rows (PostgreSQL, chapters 7.8.4 and 37.2). Foreign keys hold,
 * since they are checked at its end. But a {@code BEFORE} trigger or a row security policy that reads the row which a new
 * row refers to may not find it; a trigger that keeps rows out leaves those that refer to them without a key, which a
 * nullable column takes; a key that is given is handed down as it was given, whatever a trigger makes of it; and tables
 * with conditional or {@code ALSO} rules are refused by the server. Where there is one of these, insert what others
 * refer to first, in a transaction around both.
 *
 * @param <E> the entity
 */
public final class InsertSpec<E> implements Results<E> {

    private final Engine engine;
    private final List<Draft<E>> drafts;
    private final List<Include<E, ?>> includes;

    InsertSpec(Engine engine, List<Draft<E>> drafts, List<Include<E, ?>> includes) {
        this.engine = engine;
        this.drafts = drafts;
        this.includes = includes;
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: without the
     * tenants', new rows may be of any tenant, and the context has to name one only for rows that give none.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public InsertSpec<E> unscoped(String... names) {
        return drafts.isEmpty() ? this : new InsertSpec<>(engine.unscoped(entity(), names), drafts, includes);
    }

    /**
     * {@link #unscoped(String...)} of another entity, which is inserted with this one or included.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public InsertSpec<E> unscoped(EntityRef<?, ?> other, String... names) {
        return new InsertSpec<>(engine.unscoped(other, names), drafts, includes);
    }

    /**
     * Loads these relations for the answer, in the same transaction.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final InsertSpec<E> include(Includable<E>... relations) {
        if (drafts.isEmpty()) {
            return this;
        }
        // a query knows which includes go together
        Query<E> answer = Query.of(entity()).including(includes).including(Include.all(relations));
        return new InsertSpec<>(engine, drafts, answer.includes());
    }

    /**
     * Leaves out entities that have a key, whichever, of a row that is there already, or of an entity before them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there are entities nested in one of them
     */
    public SkipDuplicatesSpec<E> skipDuplicates() {
        return new SkipDuplicatesSpec<>(engine, drafts, includes);
    }

    @Override
    public Mono<E> one() {
        return drafts.isEmpty() ? Mono.empty() : results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return one().switchIfEmpty(Mono.error(() -> drafts.isEmpty()
                ? new NotFoundException("No entity was given to insert.", ErrorContext.none())
                : new NotFoundException(
                        "The new %s is not there: a trigger of its table kept it out.".formatted(entity().name()),
                        ErrorContext.of(entity().name()))));
    }

    @Override
    public Mono<E> first() {
        return all().next();
    }

    @Override
    public Flux<E> all() {
        return drafts.isEmpty() ? Flux.empty() : results().all();
    }

    @Override
    public Mono<Long> count() {
        return drafts.isEmpty() ? Mono.just(0L) : engine.writer().insertCount(new Insert<>(entity(), drafts));
    }

    private EntityModel<E> entity() {
        return drafts.get(0).entity();
    }

    private ChangeResults<E> results() {
        ChangeResults.Certainty certainty =
                drafts.size() == 1 ? ChangeResults.Certainty.AT_MOST_ONE : ChangeResults.Certainty.ANY_NUMBER;
        Mono<List<E>> inserted = engine.writer().insert(new Insert<>(entity(), drafts));
        return new ChangeResults<>(engine, entity(), inserted, includes, certainty);
    }
}
