package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** A referred row is missing, or a row that others refer to was to be removed or to change its key (23503, of RESTRICT since PostgreSQL 18 also 23001). {@link ErrorContext#relation()} says of which relation. */
public final class ForeignKeyViolationException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public ForeignKeyViolationException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
