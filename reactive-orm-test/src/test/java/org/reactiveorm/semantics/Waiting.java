package org.reactiveorm.semantics;

import org.reactiveorm.ReactiveOrm;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** What happens while somebody else is in a transaction. */
final class Waiting {

    private Waiting() {}

    /**
     * Makes a change in a transaction, which is committed when {@code other}, on a connection of its own, waits for it; answers
     * what the other one has come to.
     */
    static <T> T untilCommitted(ReactiveOrm orm, Mono<?> change, Mono<T> other) {
        return orm.transaction(change.then(Mono.fromSupplier(other::toFuture)
                        .flatMap(future -> somebodyWaits(orm)
                                .contextWrite(context -> Context.empty())
                                .thenReturn(future))))
                .flatMap(Mono::fromFuture)
                .block();
    }

    private static Mono<Long> somebodyWaits(ReactiveOrm orm) {
        return orm.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .as(Long.class)
                .oneOrFail()
                .repeat()
                .filter(waiting -> waiting > 0)
                .next();
    }
}
