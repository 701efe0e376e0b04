package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** What was asked for is wrong: the query, the change or the database URL. Signalled before any SQL is sent. */
public final class InvalidQueryException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and the way out. */
    public InvalidQueryException(String message, ErrorContext context) {
        this(message, context, null);
    }

    /** Says what is wrong and the way out, and what noticed it. */
    public InvalidQueryException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }

    /**
     * The argument itself, for arguments that belong to no entity or column.
     *
     * @param message says what is null and the way out
     * @throws InvalidQueryException if it is null
     */
    public static <T> T requireGiven(@Nullable T argument, String message) {
        if (argument == null) {
            throw new InvalidQueryException(message, ErrorContext.none());
        }
        return argument;
    }
}
