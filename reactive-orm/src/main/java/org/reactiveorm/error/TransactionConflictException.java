package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** Serialization failure (40001) or deadlock (40P01): nothing was changed, the whole transaction can be tried again. */
public final class TransactionConflictException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public TransactionConflictException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
