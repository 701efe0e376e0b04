package org.reactiveorm.transaction;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;

/** Remembers that a part of a transaction has failed, so that half of that part is not committed. */
final class PartialFailure {

    private volatile @Nullable Throwable first;

    /** A part has failed with {@code error}, whether or not anyone hears of it. */
    void add(Throwable error) {
        if (first == null) {
            first = error;
        }
    }

    /** What keeps the transaction from being committed, or null. */
    @Nullable
    Throwable error() {
        return first;
    }

    /** What the transaction says when it completed although a part had failed with {@code cause}. */
    static DatabaseException swallowed(Throwable cause) {
        return new DatabaseException(
                "The transaction was rolled back: a part of it had failed (%s) and the error was swallowed. Let the error out, or do that part outside of the transaction."
                        .formatted(cause.getMessage()),
                ErrorContext.none(),
                cause);
    }
}
