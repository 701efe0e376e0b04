package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** A check constraint does not hold (23514). */
public final class CheckViolationException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public CheckViolationException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
