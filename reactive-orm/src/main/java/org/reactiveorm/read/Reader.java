package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.RowMembership;
import org.reactiveorm.query.UniqueMatch;
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
    private final RelationLoader relations;
    private final SliceReader slices;

    /** Reads through this executor; the relations of one query may use so many connections at once. */
    public Reader(Executor executor, Cursors cursors, int relationConnections) {
        this.executor = executor;
        this.relations = new RelationLoader(executor, relationConnections);
        this.slices = new SliceReader(executor, relations, cursors);
    }

    /**
     * The rows in the query's order. With relations they come when all of them are complete, and through {@link #stream} if they
     * are more than {@value HeldRows#MOST}; so they do in a transaction for who asks for them bit by bit, because there the rows
     * have to leave the connection whether they are asked for or not.
     */
    public <E, R> Flux<R> all(Query<E> query, Projection<E, R> projection) {
        if (query.isEmpty()) {
            return Flux.empty();
        }
        return Flux.deferContextual(context -> {
            if (query.lock() != null) {
                return locked(query, projection);
            }
            if (projection.hasRelations()) {
                return held(query, projection).emitted();
            }
            return HeldRows.mayBeMore(query.window()) && executor.isInTransaction(context)
                    ? new DemandFlux<>(
                            whole(query, projection), held(query, projection).emitted())
                    : whole(query, projection);
        });
    }

    /** Asking for rows again would lock them again, or others. */
    private <E, R> Flux<R> locked(Query<E> query, Projection<E, R> projection) {
        return projection.hasRelations()
                ? rows(query, projection, projection.pending())
                        .collectList()
                        .flatMap(rows -> relations.load(rows, projection.relations()))
                        .flatMapIterable(loaded -> loaded)
                : whole(query, projection);
    }

    private <E, R> HeldRows<Pending<R>, R> held(Query<E> query, Projection<E, R> projection) {
        return new HeldRows<>(
                rows(query, projection, projection.pending()),
                list -> relations.load(list, projection.relations()),
                stream(query, projection, HeldRows.WINDOW));
    }

    /**
     * The same rows, read in windows of so many through a cursor; see {@link Executor#stream}. Relations are loaded for each
     * window, in the same transaction.
     */
    public <E, R> Flux<R> stream(Query<E> query, Projection<E, R> projection, int window) {
        Windows<Pending<R>, R> windows =
                new Windows<>(window, projection.pending(), list -> relations.load(list, projection.relations()));
        return Flux.deferContextual(context -> {
            if (query.lock() != null && !executor.isInTransaction(context)) {
                return Flux.error(new InvalidQueryException(
                        "Rows of %s are locked while they are streamed, which needs a transaction. Put the stream and what is done with its rows into orm.transaction(…)."
                                .formatted(projection.name()),
                        ErrorContext.of(query.entity().name())));
            }
            return query.isEmpty() ? Flux.empty() : executor.stream(SELECT.select(query, projection.list()), windows);
        });
    }

    private <E, R> Flux<R> whole(Query<E> query, Projection<E, R> projection) {
        return rows(query, projection, projection.complete());
    }

    private <E, T> Flux<T> rows(Query<E> query, Projection<E, ?> projection, RowReader<T> reader) {
        return query.isEmpty()
                ? Flux.empty()
                : Flux.defer(() -> executor.query(SELECT.select(query, projection.list()), reader));
    }

    /** The only row, or none; fails with {@link NotUniqueException} on a second. */
    public <E, R> Mono<R> one(Query<E> query, Projection<E, R> projection) {
        boolean isUnique = UniqueMatch.isUnique(query.entity(), query.where());
        // a second row is enough to know
        Query<E> enough = isUnique ? query : query.within(query.window().atMost(2));
        if (!projection.hasRelations()) {
            return only(whole(enough, projection).collectList(), projection.name());
        }
        return only(rows(enough, projection, projection.pending()).collectList(), projection.name())
                .flatMap(row -> relations.load(List.of(row), projection.relations()))
                .map(loaded -> loaded.get(0));
    }

    /** The first row, or none. */
    public <E, R> Mono<R> first(Query<E> query, Projection<E, R> projection) {
        // not next(), which would cancel a statement that ends by itself
        return all(query.within(query.window().atMost(1)), projection).singleOrEmpty();
    }

    /** How many rows {@link #all} would answer. */
    public <E> Mono<Long> count(Query<E> query, Projection<E, ?> projection) {
        if (query.isEmpty()) {
            return Mono.just(0L);
        }
        return Mono.defer(() -> executor.query(SELECT.count(query, projection.list()), row -> row.getLong(0))
                .single());
    }

    /** Whether {@link #all} would answer any row. */
    public <E> Mono<Boolean> exists(Query<E> query, Projection<E, ?> projection) {
        if (query.isEmpty()) {
            return Mono.just(false);
        }
        return Mono.defer(() -> executor.query(SELECT.exists(query, projection.list()), row -> row.getBoolean(0))
                .single());
    }

    /** The rows of one page and the number of rows on all pages, in one statement. */
    public <E, R> Mono<Page<R>> page(Query<E> query, Projection<E, R> projection, PageRequest request) {
        if (query.isEmpty()) {
            return Mono.just(request.of(List.of(), 0));
        }
        Query<E> page = query.within(request.window());
        return Mono.defer(() -> {
            PageReader<Pending<R>> reader =
                    new PageReader<>(projection.pending(), projection.list().size());
            return executor.query(SELECT.page(page, projection.list()), reader)
                    .<Pending<R>>handle((row, sink) -> row.ifPresent(sink::next))
                    .collectList()
                    .flatMap(rows -> relations.load(rows, projection.relations()))
                    .map(loaded -> request.of(loaded, reader.total()));
        });
    }

    /** The rows after or before a cursor; fails with {@link InvalidQueryException} if it is none of this query. */
    public <E, R> Mono<Slice<R>> slice(Query<E> query, Projection<E, R> projection, SliceRequest request) {
        return slices.read(query, projection, request);
    }

    /** The rows of a statement of the caller. */
    public <T> Flux<T> all(Sql sql, RowReader<T> reader) {
        return executor.query(sql, reader);
    }

    /** Entities that were read or written otherwise, with these relations loaded; in the same order. */
    public <E> Mono<List<E>> withIncludes(EntityModel<E> entity, Mono<List<E>> roots, List<Include<E, ?>> wanted) {
        if (wanted.isEmpty()) {
            return roots;
        }
        Projection<E, E> projection = Projection.entities(entity, wanted);
        return roots.flatMap(list -> relations.load(
                list.stream()
                        .map(root -> new Pending.OfEntity<>(root, entity, wanted))
                        .toList(),
                projection.relations()));
    }

    /** What is read of a statement's rows, completed by the related rows. */
    public <E, R> Mono<List<R>> all(RowSource<E> source, Projection<E, R> projection) {
        return projection.hasRelations()
                ? source.rows(projection.list(), projection.pending())
                        .flatMap(rows -> relations.load(rows, projection.relations()))
                : source.rows(projection.list(), projection.complete());
    }

    /** What is read of a query's rows before something is done with all of them, which are given by their keys. */
    public <E, R> Mono<List<R>> before(
            Function<Condition<E>, Mono<?>> work, Query<E> query, Projection<E, R> projection) {
        EntityModel<E> entity = query.entity();
        List<Property<E, ?>> key = entity.primaryKey().properties();
        Projection<E, R> keyed = projection.with(key);
        KeyReader keys = KeyReader.in(keyed.list(), key);
        return Mono.defer(() -> {
            List<Object> found = new ArrayList<>();
            return rows(query, keyed, row -> noted(found, keys, row, keyed))
                    .collectList()
                    .flatMap(rows -> relations.load(rows, keyed.relations()))
                    .flatMap(read -> found.isEmpty()
                            ? Mono.just(read)
                            : work.apply(RowMembership.ofKeys(entity, KeyValues.byColumn(found, key.size())))
                                    .thenReturn(read));
        });
    }

    private static <R> Pending<R> noted(List<Object> found, KeyReader keys, Row row, Projection<?, R> projection) {
        found.add(Objects.requireNonNull(keys.read(row), "a primary key has no NULL"));
        return projection.pending().read(row);
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
