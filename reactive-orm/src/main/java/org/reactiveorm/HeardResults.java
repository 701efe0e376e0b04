package org.reactiveorm;

import org.reactiveorm.model.EntityModel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Results of a change, each of which is one transaction if listeners hear of it: that there is no row, or none in the version
 * expected, undoes what they did.
 *
 * @param engine knows who hears of what
 * @param entity whose rows are changed
 * @param results the results
 */
record HeardResults<T>(Engine engine, EntityModel<?> entity, Results<T> results) implements Results<T> {

    @Override
    public Mono<T> one() {
        return engine.heard(entity, results.one());
    }

    @Override
    public Mono<T> oneOrFail() {
        return engine.heard(entity, results.oneOrFail());
    }

    @Override
    public Mono<T> first() {
        return engine.heard(entity, results.first());
    }

    @Override
    public Flux<T> all() {
        return engine.heard(entity, results.all());
    }

    @Override
    public Mono<Long> count() {
        return engine.heard(entity, results.count());
    }
}
