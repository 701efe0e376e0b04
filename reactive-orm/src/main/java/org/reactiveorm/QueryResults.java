package org.reactiveorm;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Query;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.PageRequest;
import org.reactiveorm.read.Projection;
import org.reactiveorm.read.Reader;
import org.reactiveorm.read.Slice;
import org.reactiveorm.read.SliceRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rows of a query.
 *
 * @param reader what asks
 * @param query which rows
 * @param projection what is read of them
 * @param notFound what is signalled when there has to be one
 */
record QueryResults<E, R>(Reader reader, Query<E> query, Projection<E, R> projection, NotFound notFound)
        implements FindResults<R> {

    @Override
    public Mono<R> one() {
        return reader.one(query, projection);
    }

    @Override
    public Mono<R> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<R> first() {
        return reader.first(query, projection);
    }

    @Override
    public Flux<R> all() {
        return reader.all(query, projection);
    }

    @Override
    public Flux<R> stream(int window) {
        return reader.stream(query, projection, window);
    }

    @Override
    public Mono<Long> count() {
        return reader.count(query, projection);
    }

    @Override
    public Mono<Boolean> exists() {
        return reader.exists(query, projection);
    }

    @Override
    public Mono<Page<R>> page(int number, int size) {
        query.window().requireAll("page(…)", context());
        return reader.page(query, projection, new PageRequest(number, size));
    }

    @Override
    public Mono<Slice<R>> after(@Nullable String cursor, int size) {
        return slice(new SliceRequest(SliceRequest.Direction.AFTER, cursor, size));
    }

    @Override
    public Mono<Slice<R>> before(@Nullable String cursor, int size) {
        return slice(new SliceRequest(SliceRequest.Direction.BEFORE, cursor, size));
    }

    private Mono<Slice<R>> slice(SliceRequest request) {
        query.window().requireAll("A slice", context());
        if (query.distinct().isDistinct()) {
            throw new InvalidQueryException(
                    "A slice stops at rows, of which distinct() leaves out some. Use page(…).", context());
        }
        return reader.slice(query, projection, request);
    }

    private ErrorContext context() {
        return ErrorContext.of(query.entity().name());
    }
}
