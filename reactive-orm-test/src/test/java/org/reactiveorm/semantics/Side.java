package org.reactiveorm.semantics;

import org.reactiveorm.ReactiveOrm;
import reactor.core.publisher.Flux;

/** Where work runs that means the same in a transaction and without one. */
enum Side {
    OUTSIDE {
        @Override
        <T> Flux<T> run(ReactiveOrm orm, Flux<T> work) {
            return work;
        }
    },
    INSIDE {
        @Override
        <T> Flux<T> run(ReactiveOrm orm, Flux<T> work) {
            return orm.transaction(work);
        }
    };

    abstract <T> Flux<T> run(ReactiveOrm orm, Flux<T> work);
}
