package org.reactiveorm.error;

/** The query or change is wrong; signalled before any SQL is sent. */
public final class InvalidQueryException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and the way out. */
    public InvalidQueryException(String message, ErrorContext context) {
        super(message, context, null);
    }
}
