package org.reactiveorm;

import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ShapeModel;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads entities. Immutable: each method answers a new spec, so a half-built one can be kept, shared and branched.
 *
 * @param <E> the entity
 * @param <I> the type of its id
 */
public final class FindSpec<E, I> implements Results<E> {

    private final Engine engine;
    private final EntityRef<E, I> entity;
    private final Query<E> query;
    private final NotFound notFound;

    FindSpec(Engine engine, EntityRef<E, I> entity, Query<E> query, NotFound notFound) {
        this.engine = engine;
        this.entity = entity;
        this.query = query;
        this.notFound = notFound;
    }

    private FindSpec<E, I> with(Query<E> next) {
        return new FindSpec<>(engine, entity, next, notFound);
    }

    /** Only the row with this id. */
    public FindSpec<E, I> byId(I id) {
        Condition<E> hasId = entity.hasId(entity.model().requireId(id));
        NotFound none = query.where().equals(Condition.always())
                ? NotFound.byId(entity.model(), id)
                : NotFound.matching(entity.model());
        return new FindSpec<>(engine, entity, query.and(hasId), none);
    }

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SafeVarargs
    public final FindSpec<E, I> where(Condition<E>... conditions) {
        return new FindSpec<>(engine, entity, query.and(Condition.all(conditions)), NotFound.matching(entity.model()));
    }

    /**
     * Ordered by these terms, after those of earlier calls.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null
     */
    @SafeVarargs
    public final FindSpec<E, I> orderBy(Order<E>... terms) {
        return with(query.thenBy(terms));
    }

    /**
     * Leaves out so many rows at the beginning.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public FindSpec<E, I> skip(long rows) {
        return with(query.within(query.window().withSkip(rows)));
    }

    /**
     * At most so many rows; 0 answers nothing and sends nothing.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public FindSpec<E, I> take(long rows) {
        return with(query.within(query.window().withTake(rows)));
    }

    /**
     * Loads these relations too, at one statement each.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final FindSpec<E, I> include(Includable<E>... relations) {
        return with(query.including(Include.all(relations)));
    }

    /**
     * Reads only the columns that a {@code @Shape(of = …)} record names, into that record.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape of this entity, or relations are included
     */
    public <S> Results<S> as(Class<S> shape) {
        if (!query.includes().isEmpty()) {
            throw new InvalidQueryException(
                    "%s has no relations to load, but the query includes some. Leave out include(…) or as(…)."
                            .formatted(shape.getSimpleName()),
                    ErrorContext.of(query.entity().name()));
        }
        return new ShapeResults<>(this, engine.models().shape(query.entity(), shape));
    }

    @Override
    public Mono<E> one() {
        return engine.reader().one(query);
    }

    @Override
    public Mono<E> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<E> first() {
        return engine.reader().first(query);
    }

    /**
     * All of them, in the order of the query, with one statement for the entities and one for each included relation.
     *
     * <p>Memory is bounded whatever the consumer's speed. Outside of a transaction, entities without relations come as they are
     * asked for, and the server waits for a slow consumer. With relations, and in a transaction for a consumer that
     * does not ask for everything at once, up to 10,000 entities are collected before the first is emitted. If there are more,
     * that statement is given up and they are read as by {@link #stream stream(1000)}; who expects that many saves
     * a statement by streaming. Cancelling frees the connection; in a transaction what is left of the result is read and
     * discarded first.
     */
    @Override
    public Flux<E> all() {
        return engine.reader().all(query);
    }

    /**
     * The same entities as {@link #all()}, read {@code window} rows at a time through a cursor of the server, for results that are
     * larger than memory or consumers that are slow. The next window is read when every row of the one before has been
     * taken and another is asked for, so at most one window, with its included relations, is in memory. Relations cost one
     * statement each for every window.
     *
     * <p>After a cancel nothing more is read. In a transaction other statements run between the windows, also those that the
     * rows lead to; the rows are those that the transaction saw when the stream began, and the cursor is closed when the stream
     * ends, however it does. {@code orm.transaction(Flux)} collects what it answers: consume the stream inside of it.
     *
     * <p>Outside of a transaction, the stream holds a connection from the first request to its end, in a read-only transaction of
     * its own: rows and relations are those of one snapshot (PostgreSQL, chapter "Repeatable Read Isolation Level"), rows come
     * before that transaction ends, and statements that rows lead to have connections of their own. A consumer that pauses longer
     * than the server's {@code idle_in_transaction_session_timeout} gets a {@link org.reactiveorm.error.ConnectionLostException}.
     *
     * <p>The rows before an error have been emitted by then. The server's errors show the text of the query. It plans a cursor for
     * its first rows, see {@code cursor_tuple_fraction} (chapter "Query Planning").
     *
     * @throws InvalidQueryException if the window is not positive
     */
    public Flux<E> stream(int window) {
        return engine.reader().stream(query, window);
    }

    @Override
    public Mono<Long> count() {
        return engine.reader().count(query);
    }

    /** Whether there is any such row. */
    public Mono<Boolean> exists() {
        return engine.reader().exists(query);
    }

    /** What is asked, as data. */
    public Query<E> query() {
        return query;
    }

    /** The same query, read into shapes. */
    private record ShapeResults<E, S>(FindSpec<E, ?> find, ShapeModel<S> shape) implements Results<S> {

        @Override
        public Mono<S> one() {
            return find.engine.reader().one(find.query, shape);
        }

        @Override
        public Mono<S> oneOrFail() {
            return find.notFound.orFail(one());
        }

        @Override
        public Mono<S> first() {
            return find.engine.reader().first(find.query, shape);
        }

        @Override
        public Flux<S> all() {
            return find.engine.reader().all(find.query, shape);
        }

        @Override
        public Mono<Long> count() {
            return find.count();
        }
    }
}
