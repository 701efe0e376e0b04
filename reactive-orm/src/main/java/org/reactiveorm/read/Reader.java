package org.reactiveorm.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.model.ShapeModel;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.UniqueMatch;
import org.reactiveorm.query.Window;
import org.reactiveorm.sql.SelectRenderer;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers queries. A query that can have no rows ({@code in} of nothing, {@code take(0)}) sends no statement. Nothing is
 * sent before the subscription, and each subscription asks anew.
 */
public final class Reader {

    private static final SelectRenderer SELECT = new SelectRenderer();

    private final Executor executor;
    private final IncludeLoader includes;

    /** Reads through this executor. */
    public Reader(Executor executor) {
        this.executor = executor;
        this.includes = new IncludeLoader(executor);
    }

    /**
     * The entities in the query's order. With includes they come when all of them are complete, and through {@link #stream}
     * if they are more than {@value HeldRows#MOST}; so they do in a transaction for who asks for them bit by bit, because there
     * the rows have to leave the connection whether they are asked for or not.
     */
    public <E> Flux<E> all(Query<E> query) {
        if (query.isEmpty()) {
            return Flux.empty();
        }
        return Flux.deferContextual(context -> {
            Flux<E> roots = executor.query(SELECT.select(query), query.entity().reader());
            if (!query.includes().isEmpty()) {
                return held(query, roots).emitted();
            }
            return isMaybeLarge(query.window()) && executor.isInTransaction(context)
                    ? new DemandFlux<>(roots, held(query, roots).emitted())
                    : roots;
        });
    }

    private <E> HeldRows<E> held(Query<E> query, Flux<E> roots) {
        return new HeldRows<>(
                roots, list -> includes.load(query.entity(), list, query.includes()), stream(query, HeldRows.WINDOW));
    }

    private static boolean isMaybeLarge(Window window) {
        @Nullable Long take = window.take();
        return take == null || take > HeldRows.MOST;
    }

    /**
     * The same entities, read in windows of so many through a cursor; see {@link Executor#stream}. Relations are loaded for each
     * window, in the same transaction.
     */
    public <E> Flux<E> stream(Query<E> query, int window) {
        EntityModel<E> entity = query.entity();
        Windows<E> windows =
                new Windows<>(window, entity.reader(), roots -> includes.load(entity, roots, query.includes()));
        return query.isEmpty() ? Flux.empty() : Flux.defer(() -> executor.stream(SELECT.select(query), windows));
    }

    /** The only entity, or none; fails with {@link NotUniqueException} on a second. */
    public <E> Mono<E> one(Query<E> query) {
        Query<E> roots = (isUnique(query) ? query : enoughForOne(query)).withoutIncludes();
        Mono<E> root = only(all(roots).collectList(), query.entity().name());
        return query.includes().isEmpty()
                ? root
                : withIncludes(query.entity(), root.map(List::of), query.includes())
                        .map(loaded -> loaded.get(0));
    }

    /** The first entity, or none. */
    public <E> Mono<E> first(Query<E> query) {
        // not next(), which would cancel a statement that ends by itself
        return all(query.within(atMost(query.window(), 1))).singleOrEmpty();
    }

    /** How many entities {@link #all} would answer. */
    public <E> Mono<Long> count(Query<E> query) {
        if (query.isEmpty()) {
            return Mono.just(0L);
        }
        return Mono.defer(
                () -> executor.query(SELECT.count(query), row -> row.getLong(0)).single());
    }

    /** Whether {@link #all} would answer any entity. */
    public <E> Mono<Boolean> exists(Query<E> query) {
        if (query.isEmpty()) {
            return Mono.just(false);
        }
        return Mono.defer(() ->
                executor.query(SELECT.exists(query), row -> row.getBoolean(0)).single());
    }

    /** The query's rows as shapes, reading only the columns that the shape names. */
    public <E, S> Flux<S> all(Query<E> query, ShapeModel<S> shape) {
        if (query.isEmpty()) {
            return Flux.empty();
        }
        List<Property<E, ?>> columns = shape.components().stream()
                .<Property<E, ?>>map(query.entity()::property)
                .toList();
        return Flux.defer(() -> executor.query(SELECT.select(query, columns), shape.reader()));
    }

    /** The only shape, or none; fails with {@link NotUniqueException} on a second. */
    public <E, S> Mono<S> one(Query<E> query, ShapeModel<S> shape) {
        Query<E> roots = isUnique(query) ? query : enoughForOne(query);
        return only(all(roots, shape).collectList(), query.entity().name());
    }

    /** The first shape, or none. */
    public <E, S> Mono<S> first(Query<E> query, ShapeModel<S> shape) {
        return all(query.within(atMost(query.window(), 1)), shape).singleOrEmpty();
    }

    /** The rows of a statement of the caller. */
    public <T> Flux<T> all(Sql sql, RowReader<T> reader) {
        return executor.query(sql, reader);
    }

    /** Entities that were read or written otherwise, with these relations loaded; in the same order. */
    public <E> Mono<List<E>> withIncludes(EntityModel<E> entity, Mono<List<E>> roots, List<Include<E, ?>> wanted) {
        return wanted.isEmpty() ? roots : roots.flatMap(list -> includes.load(entity, list, wanted));
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

    /** Whether the condition gives a whole unique key, so that there cannot be a second row. */
    private static <E> boolean isUnique(Query<E> query) {
        return UniqueMatch.isUnique(query.entity(), query.where());
    }

    /** A second row is enough to know. */
    private static <E> Query<E> enoughForOne(Query<E> query) {
        return query.within(atMost(query.window(), 2));
    }

    private static Window atMost(Window window, long rows) {
        @Nullable Long take = window.take();
        return take != null && take <= rows ? window : window.withTake(rows);
    }
}
