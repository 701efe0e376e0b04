package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** The connection could not be made, or broke where nothing can have been committed (SQLSTATE class 08, 57P01 to 57P03). Worth trying again later. */
public final class ConnectionLostException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public ConnectionLostException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
