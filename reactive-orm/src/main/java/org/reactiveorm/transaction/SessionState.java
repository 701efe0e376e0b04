package org.reactiveorm.transaction;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What those who use a session share.
 *
 * @param gate the turns of its statements
 * @param cursorNames names for cursors on the connection
 * @param parts what has failed of what joined it
 * @param hooks what is to be done at its end
 * @param hasSavepoint whether there is an open savepoint directly in it
 * @param lost how the connection was lost, or null
 */
record SessionState(
        Gate gate,
        CursorNames cursorNames,
        PartialFailure parts,
        TransactionHooks hooks,
        AtomicBoolean hasSavepoint,
        AtomicReference<@Nullable Throwable> lost) {

    SessionState() {
        this(new CursorNames(), new AtomicReference<>());
    }

    private SessionState(CursorNames cursorNames, AtomicReference<@Nullable Throwable> lost) {
        this(new Gate(), cursorNames, new PartialFailure(), new TransactionHooks(), new AtomicBoolean(), lost);
    }

    /** For a session within this one, on the same connection. */
    SessionState nested() {
        return new SessionState(cursorNames, lost);
    }
}
