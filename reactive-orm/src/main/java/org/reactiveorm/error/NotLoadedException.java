package org.reactiveorm.error;

import java.util.Locale;

/** A relation was read that the query did not include. The message names the include to add. */
public final class NotLoadedException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says which relation of which entity was not included. */
    public NotLoadedException(String entity, String relation) {
        super(
                "%s.%s is not loaded. Add .include(%s.%s) to the query that read this %s."
                        .formatted(entity, relation, constantOf(entity), relation, entity),
                ErrorContext.of(entity),
                null);
    }

    private static String constantOf(String entity) {
        return entity.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
