package org.reactiveorm.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an error happened, as far as it is known.
 *
 * @param entity the simple name of the entity, or null
 * @param sql the statement's text with placeholders, never its values, or null when nothing was sent
 * @param sqlState the SQLSTATE that the server answered (PostgreSQL, appendix A), or null
 * @param constraint the violated constraint, or null
 * @param properties the entity's properties that take part, or the column names where no property matches
 */
public record ErrorContext(
        @Nullable String entity,
        @Nullable String sql,
        @Nullable String sqlState,
        @Nullable String constraint,
        List<String> properties) {

    private static final ErrorContext NONE = new ErrorContext(null, null, null, null, List.of());

    /** Keeps its own copy of {@code properties}. */
    public ErrorContext {
        properties = List.copyOf(properties);
    }

    /** Nothing is known. */
    public static ErrorContext none() {
        return NONE;
    }

    /** Only the entity is known. */
    public static ErrorContext of(String entity) {
        return new ErrorContext(entity, null, null, null, List.of());
    }

    /** The same with other properties. */
    public ErrorContext withProperties(List<String> names) {
        return new ErrorContext(entity, sql, sqlState, constraint, names);
    }
}
