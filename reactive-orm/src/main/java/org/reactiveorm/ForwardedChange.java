package org.reactiveorm;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Terminals of a change that are those of other results. */
interface ForwardedChange<T> extends Results<T> {

    /** Whose terminals these are. */
    Results<T> results();

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
    default Mono<Long> count() {
        return results().count();
    }
}
