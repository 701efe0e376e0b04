package org.reactiveorm;

import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Includable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An insert of no entities, whose entity is not even known. */
record EmptyInsertSpec<E>() implements InsertSpec<E> {

    @Override
    @SafeVarargs
    public final InsertSpec<E> include(Includable<E>... relations) {
        return this;
    }

    @Override
    public Mono<E> one() {
        return Mono.empty();
    }

    @Override
    public Mono<E> oneOrFail() {
        return Mono.error(() -> new NotFoundException("No entity was given to insert.", ErrorContext.none()));
    }

    @Override
    public Mono<E> first() {
        return Mono.empty();
    }

    @Override
    public Flux<E> all() {
        return Flux.empty();
    }

    @Override
    public Mono<Long> count() {
        return Mono.just(0L);
    }
}
