package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** The database cannot store or compute a value: too long (22001), out of range (22003), not a member of the enum (22P02), division by zero (22012) and the rest of SQLSTATE class 22. */
public final class InvalidValueException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public InvalidValueException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
