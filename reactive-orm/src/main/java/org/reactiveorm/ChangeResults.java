package org.reactiveorm;

import java.util.List;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Include;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The answer of a change. What needs more than its one statement to be right runs in a transaction: loading relations, and
 * an {@code one()} that could find that it changed too many rows.
 *
 * @param engine what carries it out
 * @param entity the entity
 * @param rows the changed rows
 * @param includes the relations that are loaded for the answer
 * @param certainty whether there can be more than one row
 */
record ChangeResults<E>(
        Engine engine, EntityModel<E> entity, Flux<E> rows, List<Include<E, ?>> includes, Certainty certainty) {

    /** Whether a change can be about more than one row. */
    enum Certainty {
        AT_MOST_ONE,
        ANY_NUMBER
    }

    Mono<E> one() {
        if (certainty == Certainty.AT_MOST_ONE && includes.isEmpty()) {
            return rows.singleOrEmpty();
        }
        return engine.transactions().execute(TransactionOptions.defaults(), Reader.only(complete(), entity.name()));
    }

    Flux<E> all() {
        return includes.isEmpty() ? rows : engine.transactions().execute(TransactionOptions.defaults(), complete());
    }

    Mono<E> first() {
        return all().next();
    }

    private Flux<E> complete() {
        return engine.reader().withIncludes(entity, rows, includes);
    }
}
