package org.reactiveorm.error;

/** The row has another version than the one the change was based on, or is gone. Nothing was changed. In HTTP: 412. */
public final class StaleEntityException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says which row and which version was expected. */
    public StaleEntityException(String entity, Object id, Object expectedVersion) {
        super(
                "%s %s has been changed or deleted since version %s was read. Read it again and repeat the change."
                        .formatted(entity, id, expectedVersion),
                ErrorContext.of(entity),
                null);
    }
}
