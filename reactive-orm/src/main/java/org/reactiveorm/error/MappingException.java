package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** A row does not fit what it is read into: a NULL where the model has none, a value outside the Java type, a missing column. */
public final class MappingException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public MappingException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
