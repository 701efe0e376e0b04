package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** A column that is NOT NULL was given NULL (23502). */
public final class NotNullViolationException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public NotNullViolationException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
