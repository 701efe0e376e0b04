package org.reactiveorm.error;

/** A relation was read that the query did not include. The message names the include to add. */
public final class NotLoadedException extends OrmException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which relation of which entity was not included.
     *
     * @param entity the simple name of the entity
     * @param handle the relation as an include names it, for example {@code USER.posts}, or its name alone
     */
    public NotLoadedException(String entity, String handle) {
        super(
                "%s.%s is not loaded. Add .include(%s) to the query that read this %s."
                        .formatted(entity, handle.substring(handle.lastIndexOf('.') + 1), handle, entity),
                ErrorContext.of(entity),
                null);
    }
}
