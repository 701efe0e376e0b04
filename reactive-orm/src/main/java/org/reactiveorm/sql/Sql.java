package org.reactiveorm.sql;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;

/**
 * A rendered statement: its text with {@code $1 … $n}, and the values. Equal query shapes give equal texts.
 *
 * @param text the text
 * @param parameters the values in the order of their placeholders
 * @param entities the entities that it is about, for messages: the one that it answers comes first, the others are inserted with
 *     it, and there is none where that is not known
 * @param written the values that it writes, for messages about one that the server does not take
 */
public record Sql(
        String text, List<Parameter> parameters, List<EntityModel<?>> entities, Supplier<List<WrittenRows>> written) {

    private static final Supplier<List<WrittenRows>> NOTHING_KNOWN = List::of;

    private static final Pattern CHANGING =
            Pattern.compile("\\b(insert|update|delete|merge|call|copy)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern LOCKING =
            Pattern.compile("\\bfor\\s+(?:no\\s+key\\s+update|update|share|key\\s+share)\\b", Pattern.CASE_INSENSITIVE);

    /** The server counts the values of a statement in 16 bits (PostgreSQL, chapter 54.7, Bind). */
    private static final int MOST_PARAMETERS = 65_535;

    /**
     * The parameters are not changed any more by whoever made them.
     *
     * @throws InvalidQueryException if the server would not take the statement, but end the session
     */
    public Sql {
        parameters = Collections.unmodifiableList(parameters);
        entities = List.copyOf(entities);
        if (parameters.size() > MOST_PARAMETERS) {
            throw refused(
                    entities,
                    "The statement has %d values, but PostgreSQL takes at most %d. Give a list as one value with in(…), or split the query."
                            .formatted(parameters.size(), MOST_PARAMETERS));
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw refused(
                    entities,
                    "The SQL contains U+0000 at position %d, which PostgreSQL does not take. Remove it."
                            .formatted(nul));
        }
    }

    /** A statement of which nobody needs to know what it writes. */
    public Sql(String text, List<Parameter> parameters, List<EntityModel<?>> entities) {
        this(text, parameters, entities, NOTHING_KNOWN);
    }

    /** The same, told which values it writes; {@code rows} is asked only after an error. */
    public Sql writing(Supplier<List<WrittenRows>> rows) {
        return new Sql(text, parameters, entities, rows);
    }

    private static InvalidQueryException refused(List<EntityModel<?>> entities, String message) {
        return new InvalidQueryException(
                message,
                entities.isEmpty()
                        ? ErrorContext.none()
                        : ErrorContext.of(entities.get(0).name()));
    }

    /** A statement without values. */
    public static Sql of(String text) {
        return new Sql(text, List.of(), List.of());
    }

    /** Whether it may change rows, judged by its words; wrong only towards caution, but for functions that change rows. */
    public boolean mayChangeRows() {
        return CHANGING.matcher(text).find();
    }

    /** Whether it may change rows or hold locks on them until the end of the transaction, judged in the same way. */
    public boolean mayLeaveTraces() {
        return mayChangeRows() || LOCKING.matcher(text).find();
    }

    /** The entity that the statement answers, or null. */
    public @Nullable EntityModel<?> entity() {
        return entities.isEmpty() ? null : entities.get(0);
    }

    /** The values as text, to tell statements apart. */
    String values() {
        return parameters.stream()
                .map(parameter -> parameter.value() instanceof Object[] array
                        ? Arrays.deepToString(array)
                        : String.valueOf(parameter.value()))
                .toList()
                .toString();
    }

    /** The text only: values do not belong into logs. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * A bound value, already encoded by its column type.
     *
     * @param value the value, or null for NULL
     * @param type the class that NULL is bound as
     */
    public record Parameter(@Nullable Object value, Class<?> type) {}
}
