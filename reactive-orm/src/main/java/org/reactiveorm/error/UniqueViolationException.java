package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** A row with the same unique key exists (23505). In HTTP: 409. */
public final class UniqueViolationException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public UniqueViolationException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
