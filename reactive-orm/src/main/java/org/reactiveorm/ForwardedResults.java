package org.reactiveorm;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Terminals that are those of other results. */
interface ForwardedResults<T> extends FindResults<T> {

    /** Whose terminals these are. */
    FindResults<T> results();

    @Override
    default Mono<T> one() {
        return results().one();
    }

    @Override
    default Mono<T> oneOrFail() {
        return results().oneOrFail();
    }

    @Override
    default Mono<T> first() {
        return results().first();
    }

    @Override
    default Flux<T> all() {
        return results().all();
    }

    @Override
    default Flux<T> stream(int window) {
        return results().stream(window);
    }

    @Override
    default Mono<Long> count() {
        return results().count();
    }

    @Override
    default Mono<Boolean> exists() {
        return results().exists();
    }

    @Override
    default Mono<Page<T>> page(int number, int size) {
        return results().page(number, size);
    }

    @Override
    default Mono<Slice<T>> after(@Nullable String cursor, int size) {
        return results().after(cursor, size);
    }

    @Override
    default Mono<Slice<T>> before(@Nullable String cursor, int size) {
        return results().before(cursor, size);
    }
}
