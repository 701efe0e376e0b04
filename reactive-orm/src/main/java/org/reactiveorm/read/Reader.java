package org.reactiveorm.read;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.scope.Scoping;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Answers queries, with the rows that the subscriber's scopes let him see. A query that can have no rows ({@code in} of nothing,
 * {@code take(0)}) sends no statement. Nothing is sent before the subscription, and each subscription asks anew.
 */
public final class Reader {

    private final Executor executor;
    private final Scoping scoping;
    private final Cursors cursors;
    private final int relationConnections;

    /** Reads through this executor; the relations of one query may use so many connections at once. */
    public Reader(Executor executor, Scoping scoping, Cursors cursors, int relationConnections) {
        this.executor = executor;
        this.scoping = scoping;
        this.cursors = cursors;
        this.relationConnections = relationConnections;
    }

    /**
     * The same without these scopes of this entity.
     *
     * @throws InvalidQueryException if there is no name, or the entity has no such scope
     */
    public Reader unscoped(EntityModel<?> entity, Collection<String> names) {
        return new Reader(executor, scoping.without(entity, names), cursors, relationConnections);
    }

    private <R> Flux<R> flux(Function<ScopedReader, Flux<R>> reading) {
        return executor.reading(Flux.deferContextual(context -> reading.apply(at(context))));
    }

    private <R> Mono<R> mono(Function<ScopedReader, Mono<R>> reading) {
        return executor.reading(Mono.deferContextual(context -> reading.apply(at(context))));
    }

    private ScopedReader at(ContextView context) {
        return new ScopedReader(context, scoping.at(context), executor, relationConnections);
    }

    /**
     * The rows in the query's order. With relations they come when all of them are complete, and through {@link #stream} if they
     * are more than {@value HeldRows#MOST}; so they do in a transaction for who asks for them bit by bit, because there the rows
     * have to leave the connection whether they are asked for or not.
     */
    public <E, R> Flux<R> all(Query<E> query, Projection<E, R> projection) {
        return flux(reader -> reader.all(query, projection));
    }

    /**
     * The same rows, read in windows of so many through a cursor; see {@link Executor#stream}. Relations are loaded for each
     * window, in the same transaction.
     *
     * @throws InvalidQueryException if the window is not positive
     */
    public <E, R> Flux<R> stream(Query<E> query, Projection<E, R> projection, int window) {
        Windows.requireSize(window);
        return Flux.deferContextual(context -> at(context).stream(query, projection, window));
    }

    /** The only row, or none; fails with {@link NotUniqueException} on a second. */
    public <E, R> Mono<R> one(Query<E> query, Projection<E, R> projection) {
        return mono(reader -> reader.one(query, projection));
    }

    /** The first row, or none. */
    public <E, R> Mono<R> first(Query<E> query, Projection<E, R> projection) {
        return mono(reader -> reader.first(query, projection));
    }

    /** How many rows {@link #all} would answer. */
    public <E> Mono<Long> count(Query<E> query, Projection<E, ?> projection) {
        return mono(reader -> reader.count(query, projection));
    }

    /** Whether {@link #all} would answer any row. */
    public <E> Mono<Boolean> exists(Query<E> query, Projection<E, ?> projection) {
        return mono(reader -> reader.exists(query, projection));
    }

    /** The rows of one page and the number of rows on all pages, in one statement. */
    public <E, R> Mono<Page<R>> page(Query<E> query, Projection<E, R> projection, PageRequest request) {
        return mono(reader -> reader.page(query, projection, request));
    }

    /** The rows after or before a cursor; fails with {@link InvalidQueryException} if it is none of this query. */
    public <E, R> Mono<Slice<R>> slice(Query<E> query, Projection<E, R> projection, SliceRequest request) {
        return mono(reader -> reader.slice(query, projection, request, cursors));
    }

    /** The rows of a statement of the caller. */
    public <T> Flux<T> all(Sql sql, RowReader<T> reader) {
        return executor.query(sql, reader);
    }

    /** Entities that were read or written otherwise, with these relations loaded; in the same order. */
    public <E> Mono<List<E>> withIncludes(EntityModel<E> entity, Mono<List<E>> roots, List<Include<E, ?>> wanted) {
        return wanted.isEmpty()
                ? roots
                : Mono.deferContextual(context -> at(context).withIncludes(entity, roots, wanted));
    }

    /** What is read of a statement's rows, completed by the related rows. */
    public <E, R> Mono<List<R>> all(RowSource<E> source, Projection<E, R> projection) {
        return Mono.deferContextual(context -> at(context).all(source, projection));
    }

    /** What is read of a query's rows before something is done with all of them, which are given by their keys. */
    public <E, R> Mono<List<R>> before(
            Function<Condition<E>, Mono<?>> work, Query<E> query, Projection<E, R> projection) {
        return Mono.deferContextual(context -> at(context).before(work, query, projection));
    }

    /** The only one of a few elements, or none; fails with {@link NotUniqueException} on a second. */
    public static <T> Mono<T> only(Mono<List<T>> rows, String what) {
        return rows.handle((list, sink) -> {
            if (list.size() > 1) {
                sink.error(new NotUniqueException(
                        "More than one %s matches, but one() allows at most one. Narrow the condition, or use first() or all()."
                                .formatted(what),
                        ErrorContext.of(what)));
            } else if (!list.isEmpty()) {
                sink.next(list.get(0));
            }
        });
    }
}
