package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** An exclusion constraint does not hold (23P01). */
public final class ExclusionViolationException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public ExclusionViolationException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
