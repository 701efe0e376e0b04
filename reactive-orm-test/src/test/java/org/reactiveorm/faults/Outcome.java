package org.reactiveorm.faults;

import org.reactiveorm.error.CommitOutcomeUnknownException;

/** What a client knows about its transaction. */
enum Outcome {
    /** It is committed. */
    ACKNOWLEDGED,
    /** It is not. */
    FAILED,
    /** It may be. */
    UNKNOWN;

    /** A cancel leaves it open; every error but one says that nothing remains. */
    static Outcome of(Throwable error) {
        return error instanceof CommitOutcomeUnknownException ? UNKNOWN : FAILED;
    }
}
