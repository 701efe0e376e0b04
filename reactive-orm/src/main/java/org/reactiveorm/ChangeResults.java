package org.reactiveorm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.UniqueMatch;
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
        Engine engine, EntityModel<E> entity, Mono<List<E>> rows, List<Include<E, ?>> includes, Certainty certainty) {

    /** Whether a change can be about more than one row. */
    enum Certainty {
        AT_MOST_ONE,
        ANY_NUMBER;

        static Certainty of(GivenRows<?> rows) {
            return rows.rows().size() > 1 ? ANY_NUMBER : AT_MOST_ONE;
        }

        static <E> Certainty of(Query<E> rows) {
            @Nullable Long take = rows.window().take();
            return (take != null && take <= 1) || UniqueMatch.isUnique(rows.entity(), rows.where())
                    ? AT_MOST_ONE
                    : ANY_NUMBER;
        }
    }

    Mono<E> one() {
        Mono<E> only = Reader.only(complete(), entity.name());
        return certainty == Certainty.AT_MOST_ONE && includes.isEmpty() ? only : inTransaction(only);
    }

    Flux<E> all() {
        return (includes.isEmpty() ? rows : inTransaction(complete())).flatMapIterable(list -> list);
    }

    Mono<E> first() {
        return all().next();
    }

    private Mono<List<E>> complete() {
        return engine.reader().withIncludes(entity, rows, includes);
    }

    private <T> Mono<T> inTransaction(Mono<T> work) {
        return engine.transactions().execute(TransactionOptions.defaults(), work);
    }
}
