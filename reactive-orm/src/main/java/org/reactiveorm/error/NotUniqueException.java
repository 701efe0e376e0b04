package org.reactiveorm.error;

/** More than one row where at most one was asked for. */
public final class NotUniqueException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and the way out. */
    public NotUniqueException(String message, ErrorContext context) {
        super(message, context, null);
    }
}
