package org.reactiveorm;

import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The terminals, which mean the same wherever they stand. Nothing is sent before the subscription; each subscription asks,
 * or changes, anew. Signals come on a thread of the connection's event loop.
 *
 * @param <T> what is answered
 */
public interface Results<T> {

    /**
     * The only result, or empty; fails with {@link NotUniqueException} on a second. A change of several rows is then undone,
     * unless its condition gives a key that the entity calls unique and the table does not keep unique: for one row no
     * transaction is begun.
     */
    Mono<T> one();

    /** The only result; fails with {@link NotFoundException} on none and {@link NotUniqueException} on a second. */
    Mono<T> oneOrFail();

    /** The first of any number of results, or empty. */
    Mono<T> first();

    /** All results, in order. */
    Flux<T> all();

    /** The number of results that {@link #all()} would emit; for a change the number of changed rows. */
    Mono<Long> count();
}
