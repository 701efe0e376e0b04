package org.reactiveorm.sqlstate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InputRow;

/**
 * Which of the values that were sent an error is about.
 *
 * @param entity the simple name of the entity, or null where it is not known
 * @param properties the entity's properties that have the values; empty where they are not known
 * @param row the row that has them, or null where it is not known
 */
public record Culprit(
        @Nullable String entity,
        List<String> properties,
        @Nullable InputRow row) {

    private static final Culprit UNKNOWN = new Culprit(null, List.of(), null);

    /** Keeps its own copy of {@code properties}. */
    public Culprit {
        properties = List.copyOf(properties);
    }

    /** Nobody knows. */
    public static Culprit unknown() {
        return UNKNOWN;
    }

    /** The message, with the row that it is about. */
    String named(String message) {
        return row == null ? message : row.named(message);
    }

    @Nullable
    Integer position() {
        return row == null ? null : row.position();
    }
}
