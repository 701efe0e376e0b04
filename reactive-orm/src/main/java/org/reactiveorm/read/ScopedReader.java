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
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.IncludeRenderer;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.sql.SelectRenderer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Answers the queries of one subscription, whose statements all see the rows of the same scopes. */
final class ScopedReader {

    private final ContextView context;
    private final Scopes scopes;
    private final SelectRenderer select;
    private final Executor executor;
    private final RelationLoader relations;

    /** Reads for a subscriber with this context what is seen through these scopes. */
    ScopedReader(ContextView context, Scopes scopes, Executor executor, int relationConnections) {
        this.context = context;
        this.scopes = scopes;
        this.select = new SelectRenderer(scopes);
        this.executor = executor;
        this.relations = new RelationLoader(executor, relationConnections, new IncludeRenderer(scopes));
    }

    /**
     * The rows in the query's order. With relations they come when all of them are complete, and through {@link #stream} if they
     * are more than {@value HeldRows#MOST}; so they do in a transaction for who asks for them bit by bit, because there the rows
     * have to leave the connection whether they are asked for or not.
     */
    <E, R> Flux<R> all(Query<E> query, Projection<E, R> projection) {
        if (query.isEmpty()) {
            return Flux.empty();
        }
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

    /** Of the two only one is asked for as a rule, so neither is written before. */
    private <E, R> HeldRows<Pending<R>, R> held(Query<E> query, Projection<E, R> projection) {
        return new HeldRows<>(
                Flux.defer(() -> rows(held(query), projection, projection.pending())),
                list -> relations.load(list, projection.relations()),
                Flux.defer(() -> stream(query, projection, HeldRows.WINDOW)));
    }

    /** In a transaction what is not wanted has to be read all the same, since stopping it would fail the transaction. */
    private <E> Query<E> held(Query<E> query) {
        return HeldRows.mayBeMore(query.window()) && executor.isInTransaction(context)
                ? query.within(query.window().atMost(HeldRows.MOST + 1))
                : query;
    }

    /**
     * The same rows, read in windows of so many through a cursor; see {@link Executor#stream}. Relations are loaded for each
     * window, in the same transaction.
     */
    <E, R> Flux<R> stream(Query<E> query, Projection<E, R> projection, int window) {
        Windows<Pending<R>, R> windows =
                new Windows<>(window, projection.pending(), list -> relations.load(list, projection.relations()));
        if (query.lock() != null && !executor.isInTransaction(context)) {
            return Flux.error(new InvalidQueryException(
                    "Rows of %s are locked while they are streamed, which needs a transaction. Put the stream and what is done with its rows into orm.transaction(…)."
                            .formatted(projection.name()),
                    ErrorContext.of(query.entity().name())));
        }
        return query.isEmpty() ? Flux.empty() : executor.stream(select.select(query, list(projection)), windows);
    }

    private <E, R> Flux<R> whole(Query<E> query, Projection<E, R> projection) {
        return rows(query, projection, projection.complete());
    }

    private <E, T> Flux<T> rows(Query<E> query, Projection<E, ?> projection, RowReader<T> reader) {
        return query.isEmpty() ? Flux.empty() : executor.query(select.select(query, list(projection)), reader);
    }

    /** What is read of each row, after it is known that what is read of related rows later can be. */
    private <E> SelectList<E> list(Projection<E, ?> projection) {
        projection.requireScopes(scopes);
        return projection.list();
    }

    /** The only row, or none; fails with {@link NotUniqueException} on a second. */
    <E, R> Mono<R> one(Query<E> query, Projection<E, R> projection) {
        boolean isUnique = UniqueMatch.isUnique(query.entity(), query.where());
        // a second row is enough to know
        Query<E> enough = isUnique ? query : query.within(query.window().atMost(2));
        if (!projection.hasRelations()) {
            return Reader.only(whole(enough, projection).collectList(), projection.name());
        }
        return Reader.only(rows(enough, projection, projection.pending()).collectList(), projection.name())
                .flatMap(row -> relations.load(List.of(row), projection.relations()))
                .map(loaded -> loaded.get(0));
    }

    /** The first row, or none. */
    <E, R> Mono<R> first(Query<E> query, Projection<E, R> projection) {
        // not next(), which would cancel a statement that ends by itself
        return all(query.within(query.window().atMost(1)), projection).singleOrEmpty();
    }

    /** How many rows {@link #all} would answer. */
    <E> Mono<Long> count(Query<E> query, Projection<E, ?> projection) {
        if (query.isEmpty()) {
            return Mono.just(0L);
        }
        return executor.query(select.count(query, list(projection)), row -> row.getLong(0))
                .single();
    }

    /** Whether {@link #all} would answer any row. */
    <E> Mono<Boolean> exists(Query<E> query, Projection<E, ?> projection) {
        if (query.isEmpty()) {
            return Mono.just(false);
        }
        return executor.query(select.exists(query, list(projection)), row -> row.getBoolean(0))
                .single();
    }

    /** The rows of one page and the number of rows on all pages, in one statement. */
    <E, R> Mono<Page<R>> page(Query<E> query, Projection<E, R> projection, PageRequest request) {
        if (query.isEmpty()) {
            return Mono.just(request.of(List.of(), 0));
        }
        Query<E> page = query.within(request.window());
        PageReader<Pending<R>> reader =
                new PageReader<>(projection.pending(), projection.list().size());
        return executor.query(select.page(page, list(projection)), reader)
                .<Pending<R>>handle((row, sink) -> row.ifPresent(sink::next))
                .collectList()
                .flatMap(rows -> relations.load(rows, projection.relations()))
                .map(loaded -> request.of(loaded, reader.total()));
    }

    /** The rows after or before a cursor; fails with {@link InvalidQueryException} if it is none of this query. */
    <E, R> Mono<Slice<R>> slice(Query<E> query, Projection<E, R> projection, SliceRequest request, Cursors cursors) {
        projection.requireScopes(scopes);
        return new SliceReader(executor, relations, select, cursors).read(query, projection, request);
    }

    /** Entities that were read or written otherwise, with these relations loaded; in the same order. */
    <E> Mono<List<E>> withIncludes(EntityModel<E> entity, Mono<List<E>> roots, List<Include<E, ?>> wanted) {
        if (wanted.isEmpty()) {
            return roots;
        }
        Projection<E, E> projection = Projection.entities(entity, wanted);
        projection.requireScopes(scopes);
        return roots.flatMap(list -> relations.load(
                list.stream()
                        .map(root -> new Pending.OfEntity<>(root, entity, wanted))
                        .toList(),
                projection.relations()));
    }

    /** What is read of a statement's rows, completed by the related rows. */
    <E, R> Mono<List<R>> all(RowSource<E> source, Projection<E, R> projection) {
        return projection.hasRelations()
                ? source.rows(list(projection), projection.pending())
                        .flatMap(rows -> relations.load(rows, projection.relations()))
                : source.rows(list(projection), projection.complete());
    }

    /** What is read of a query's rows before something is done with all of them, which are given by their keys. */
    <E, R> Mono<List<R>> before(Function<Condition<E>, Mono<?>> work, Query<E> query, Projection<E, R> projection) {
        EntityModel<E> entity = query.entity();
        List<Property<E, ?>> key = entity.primaryKey().properties();
        Projection<E, R> keyed = projection.with(key);
        KeyReader keys = KeyReader.in(keyed.list(), key);
        List<Object> found = new ArrayList<>();
        return rows(query, keyed, row -> noted(found, keys, row, keyed))
                .collectList()
                .flatMap(rows -> relations.load(rows, keyed.relations()))
                .flatMap(read -> found.isEmpty()
                        ? Mono.just(read)
                        : work.apply(RowMembership.ofKeys(entity, KeyValues.byColumn(found, key.size())))
                                .thenReturn(read));
    }

    private static <R> Pending<R> noted(List<Object> found, KeyReader keys, Row row, Projection<?, R> projection) {
        found.add(Objects.requireNonNull(keys.read(row), "a primary key has no NULL"));
        return projection.pending().read(row);
    }
}
