package org.reactiveorm;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Grouping;
import org.reactiveorm.read.GroupReader;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.PageRequest;
import org.reactiveorm.read.Projection;
import org.reactiveorm.read.Slice;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Groups of rows.
 *
 * @param reader what asks
 * @param grouping which groups
 * @param projection what is read of them
 */
record GroupResults<E, R>(GroupReader reader, Grouping<E> grouping, Projection<Grouped<E>, R> projection)
        implements FindResults<R> {

    @Override
    public Mono<R> one() {
        return reader.one(grouping, projection);
    }

    @Override
    public Mono<R> oneOrFail() {
        return one().switchIfEmpty(Mono.error(
                () -> new NotFoundException("There is no such " + projection.name() + ".", context())));
    }

    @Override
    public Mono<R> first() {
        return reader.first(grouping, projection);
    }

    @Override
    public Flux<R> all() {
        return reader.all(grouping, projection);
    }

    @Override
    public Flux<R> stream(int window) {
        return reader.stream(grouping, projection, window);
    }

    @Override
    public Mono<Long> count() {
        return reader.count(grouping);
    }

    @Override
    public Mono<Boolean> exists() {
        return reader.count(grouping.within(grouping.window().atMost(1))).map(groups -> groups > 0);
    }

    @Override
    public Mono<Page<R>> page(int number, int size) {
        grouping.window().requireAll("page(…)", context());
        return reader.page(grouping, projection, new PageRequest(number, size));
    }

    @Override
    public Mono<Slice<R>> after(@Nullable String cursor, int size) {
        throw noSlices();
    }

    @Override
    public Mono<Slice<R>> before(@Nullable String cursor, int size) {
        throw noSlices();
    }

    private InvalidQueryException noSlices() {
        return new InvalidQueryException(
                "A group is computed anew by each query, so that it has no place to go on from. Use page(…).",
                context());
    }

    private ErrorContext context() {
        return ErrorContext.of(grouping.rows().entity().name());
    }
}
