package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** The server refused the statement for a reason that has no type of its own, for example an unknown table (42P01) or a missing privilege (42501). {@link #context()} carries SQLSTATE and SQL. */
public final class DatabaseException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public DatabaseException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
