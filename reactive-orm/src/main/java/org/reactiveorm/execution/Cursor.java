package org.reactiveorm.execution;

import java.util.List;
import org.reactiveorm.sql.CursorSql;
import org.reactiveorm.transaction.CursorNames;
import reactor.core.publisher.Mono;

/**
 * A cursor and the statements that are sent for it, in the transaction of who subscribes to them.
 *
 * @param executor sends the statements
 * @param sql what they are
 * @param windows how rows are read
 * @param names where the cursor's name is from
 */
record Cursor<T>(Executor executor, CursorSql sql, Windows<?, T> windows, CursorNames names) {

    Mono<Long> open() {
        return executor.update(sql.declare());
    }

    Mono<List<T>> next() {
        return next(windows);
    }

    private <P> Mono<List<T>> next(Windows<P, T> known) {
        return executor.fetch(sql, known).collectList().flatMap(known.completion());
    }

    /** As long as this has not succeeded the name is taken. Waits for its turn behind whatever has been sent for the cursor. */
    Mono<Void> close() {
        return closing(executor.update(sql.close()).then());
    }

    /** The same when nothing is under way for the cursor, and somebody waits for its end. */
    Mono<Void> closeRead() {
        return closing(executor.closeRead(sql));
    }

    private Mono<Void> closing(Mono<Void> statement) {
        return statement.doOnSuccess(closed -> names.giveBack(sql.name()));
    }
}
