package org.reactiveorm.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A session that we begin and end: a transaction, or a nested one, which is a savepoint. Each is ended once. */
interface Transaction extends Session {

    /** What is around it. */
    Outside outside();

    /** How long it may take until its end begins, or null. */
    @Nullable
    Duration limit();

    /** Keeps what it did, after the statements that wait already, or undoes it and fails. Completes when that is settled. */
    Mono<Void> commit();

    /** Undoes everything, also what is still running. Completes when that is settled, never fails. */
    Mono<Void> rollback(@Nullable Throwable reason);

    /** Its end, with what is to be done after it. */
    Mono<Void> ending(Mono<Void> end);

    /** The {@link #commit} that is under way takes too long, or nobody waits for it: it must not hold its connection for ever. */
    void abandon();
}
