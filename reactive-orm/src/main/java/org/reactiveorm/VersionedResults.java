package org.reactiveorm;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Results of one row in a version: that there are none is an error.
 *
 * @param results the results
 * @param notFound says which row and version
 */
record VersionedResults<T>(Results<T> results, NotFound notFound) implements Results<T> {

    @Override
    public Mono<T> one() {
        return notFound.unlessStale(results.one());
    }

    @Override
    public Mono<T> oneOrFail() {
        return one();
    }

    @Override
    public Mono<T> first() {
        return notFound.unlessStale(results.first());
    }

    @Override
    public Flux<T> all() {
        return notFound.unlessStale(results.all());
    }

    @Override
    public Mono<Long> count() {
        return notFound.countUnlessStale(results.count());
    }
}
