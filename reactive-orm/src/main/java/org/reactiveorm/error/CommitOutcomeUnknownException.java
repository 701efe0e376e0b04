package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost while COMMIT, or a statement outside of a transaction that writes, was under way: it may or may not have been
 * committed. Never retried by the library; the caller has to look.
 */
public final class CommitOutcomeUnknownException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public CommitOutcomeUnknownException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
