package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.error.InvalidQueryException;

/**
 * What a path in a column of JSON leads to.
 *
 * @param column the column
 * @param steps the keys ({@code String}) and positions ({@code Integer})
 * @param <E> the entity
 */
public record JsonPath<E>(JsonColumn<E, ?> column, List<Object> steps) implements JsonExpression<E> {

    /** Keeps its own copy. */
    public JsonPath {
        steps = List.copyOf(steps);
    }

    /**
     * Sets what the path leads to. What is missing on the way is made, an object for a key and an array for a position; a
     * column that is NULL and a JSON {@code null} count as missing. A position beyond the end of an array adds the value at the
     * end, a negative one before its beginning adds it at the beginning. Where the way leads through JSON of another form, a
     * position in an object or a key in a text, the update fails with {@link
     * org.reactiveorm.error.InvalidValueException} and changes nothing.
     *
     * <p>Several parts of a column can be changed in one update, in the order of the assignments.
     *
     * @param value what Jackson writes as JSON: a map, a list, a text, a number, a {@code JsonNode}
     * @throws InvalidQueryException if the value is null or an expression of another entity, or the path has no steps
     */
    public Assignment<E> to(Object value) {
        return put(JsonOperands.value(this, value));
    }

    /**
     * {@link #to(Object)} with a value computed from the row as it was, as JSON has it: numbers, texts, truth values and arrays as
     * such, dates as texts. NULL becomes JSON's {@code null}.
     *
     * @throws InvalidQueryException if there is no expression, or the path has no steps
     */
    public Assignment<E> to(Expression<E, ?> value) {
        return put(JsonOperands.computed(this, value));
    }

    private Assignment<E> put(Expression<E, ?> value) {
        return JsonChange.assignment(column, new JsonEdit.Put<>(JsonOperands.steps(this), value));
    }

    @Override
    public Assignment<E> toJsonNull() {
        return put(JsonOperands.jsonNull());
    }

    /**
     * Removes the key with its value, or the element of the array. Where the path leads nowhere nothing is changed; a column that
     * is NULL stays NULL.
     *
     * @throws InvalidQueryException if the path has no steps
     */
    public Assignment<E> remove() {
        return JsonChange.assignment(column, new JsonEdit.Removal<>(JsonOperands.steps(this)));
    }
}
