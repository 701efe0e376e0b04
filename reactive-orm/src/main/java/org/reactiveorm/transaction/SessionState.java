package org.reactiveorm.transaction;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What those who use a session share.
 *
 * @param gate the turns of its statements
 * @param cursorNames names for cursors on the connection
 * @param parts what has failed of what joined it
 * @param hooks what is to be done at its end
 * @param savepoint the open savepoint directly in it, or null
 * @param passing statements that need not wait for the end of a savepoint; some of them may be over
 * @param lost how the connection was lost, or null
 */
record SessionState(
        Gate gate,
        CursorNames cursorNames,
        PartialFailure parts,
        TransactionHooks hooks,
        AtomicReference<@Nullable Savepoint> savepoint,
        Queue<SessionStatement<?>> passing,
        AtomicReference<@Nullable Throwable> lost) {

    SessionState() {
        this(new CursorNames(), new AtomicReference<>());
    }

    private SessionState(CursorNames cursorNames, AtomicReference<@Nullable Throwable> lost) {
        this(
                new Gate(),
                cursorNames,
                new PartialFailure(),
                new TransactionHooks(),
                new AtomicReference<>(),
                new ConcurrentLinkedQueue<>(),
                lost);
    }

    /** For a session within this one, on the same connection. */
    SessionState nested() {
        return new SessionState(cursorNames, lost);
    }
}
