package org.reactiveorm.error;

/** A row that has to be there is not. In HTTP: 404. */
public final class NotFoundException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and the way out. */
    public NotFoundException(String message, ErrorContext context) {
        super(message, context, null);
    }
}
