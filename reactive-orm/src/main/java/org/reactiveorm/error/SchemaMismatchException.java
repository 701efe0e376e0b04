package org.reactiveorm.error;

/** The database does not have the schema that an operation needs: it differs from the model, or is there already. The message lists every place. */
public final class SchemaMismatchException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what differs and the way out. */
    public SchemaMismatchException(String message, ErrorContext context) {
        super(message, context, null);
    }
}
