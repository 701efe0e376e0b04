package org.reactiveorm.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnTypes;

/**
 * JSON in a row: a whole column, or what a path in it leads to (PostgreSQL, chapter 9.16). Three things are kept apart: a
 * column that is NULL ({@link Expression#isNull()} of the column), a JSON {@code null} ({@link #isJsonNull()}) and a path that
 * leads nowhere ({@link #isMissing()}). The typed views are NULL where the JSON is of another type, so a comparison with
 * text does not hold for the number that looks like it.
 *
 * @param <E> the entity
 */
public sealed interface JsonExpression<E> permits JsonColumn, JsonPath {

    /** The column, for SQL. */
    JsonColumn<E, ?> column();

    /** The keys ({@code String}) and positions ({@code Integer}) from the column to here. */
    List<Object> steps();

    /**
     * What the keys of objects ({@code String}) and positions in arrays ({@code Integer}, from 0, negative from the end) lead
     * to. A key leads nowhere in an array, and a position nowhere in an object, even if they look alike.
     *
     * @throws InvalidQueryException if a step is neither, or a key contains U+0000
     */
    default JsonPath<E> path(Object... steps) {
        List<Object> all = new ArrayList<>(steps());
        for (Object step :
                Operands.present(column(), steps, "The steps of a path in %s are null. Give keys and positions.")) {
            if (!(step instanceof String) && !(step instanceof Integer)) {
                throw new InvalidQueryException(
                        "'%s' is no step of a path in %s. Give the keys of objects as String and the positions in arrays as Integer."
                                .formatted(step, Operands.label(column())),
                        ErrorContext.of(column().entity()));
            }
            if (step instanceof String key && key.indexOf('\0') >= 0) {
                throw new InvalidQueryException(
                        "A key of a path in %s contains U+0000, which no key of JSON in PostgreSQL does. Remove it."
                                .formatted(Operands.label(column())),
                        Operands.context(column()));
            }
            all.add(step);
        }
        return new JsonPath<>(column(), all);
    }

    /** The text, where the JSON is a text. */
    default TextExpression<E> asString() {
        return new TextTerm<>(new SqlExpression<>(
                ColumnTypes.STRING, fragment("case when jsonb_typeof(%1$s) = 'string' then %1$s #>> '{}' end")));
    }

    /** The number, where the JSON is a number. */
    default DecimalExpression<E, BigDecimal> asNumber() {
        return new DecimalTerm<>(new SqlExpression<>(
                ColumnTypes.BIG_DECIMAL, fragment("case when jsonb_typeof(%1$s) = 'number' then %1$s::numeric end")));
    }

    /** The truth value, where the JSON is one. */
    default BooleanExpression<E> asBoolean() {
        return new BooleanTerm<>(new SqlExpression<>(
                ColumnTypes.BOOLEAN, fragment("case when jsonb_typeof(%1$s) = 'boolean' then %1$s::bool end")));
    }

    /** The number of elements, where the JSON is an array. */
    default IntegerExpression<E, Integer> arrayLength() {
        return new IntegerTerm<>(new SqlExpression<>(
                ColumnTypes.INTEGER,
                fragment("case when jsonb_typeof(%1$s) = 'array' then jsonb_array_length(%1$s) end")));
    }

    /** Is JSON's {@code null}. */
    default Condition<E> isJsonNull() {
        return new SqlCondition<>(fragment("jsonb_typeof(%s) = 'null'"));
    }

    /** Is there: the column is not NULL and the path leads to something, if only to JSON's {@code null}. */
    default Condition<E> exists() {
        return new SqlCondition<>(fragment("%s is not null"));
    }

    /** The column is not NULL, but the path leads nowhere. */
    default Condition<E> isMissing() {
        return column().isNotNull().and(exists().not());
    }

    /**
     * Contains the JSON: the objects' keys and values, the arrays' elements in any order (PostgreSQL, chapter 8.14.3).
     *
     * @param json what Jackson writes as JSON: a map, a list, a text, a number, a {@code JsonNode}
     */
    default Condition<E> contains(Object json) {
        return new SqlCondition<>(fragment("%s @> ?", jsonOperand(json)));
    }

    /** Equals the JSON; objects do not depend on the order of their keys, numbers are compared by value. */
    default Condition<E> equalsJson(Object json) {
        return new SqlCondition<>(fragment("%s = ?", jsonOperand(json)));
    }

    /** Is an object with this key, or an array with this text among its elements. */
    default Condition<E> hasKey(String key) {
        return new SqlCondition<>(fragment("%s ?? ?", textOperand(key)));
    }

    /** Has at least one of the keys; of none: false. */
    default Condition<E> hasAnyKey(Collection<String> keys) {
        return given(keys).isEmpty() ? Condition.never() : new SqlCondition<>(fragment("%s ??| ?", textsOperand(keys)));
    }

    /** Has all of the keys. */
    default Condition<E> hasAllKeys(Collection<String> keys) {
        return new SqlCondition<>(fragment("%s ??& ?", textsOperand(keys)));
    }

    /**
     * Sets JSON's {@code null}, which is not NULL. A column of a type of yours is read as null then, one of {@code JsonNode} as a
     * {@code NullNode}.
     */
    Assignment<E> toJsonNull();

    /**
     * Puts the keys of an object into the object that is here; a key that is there already gets the other value, whatever it was.
     * Objects inside are not merged. Where there is nothing yet, a column that is NULL, a JSON {@code null} or a missing path, this
     * becomes the object. Where there is something else, the update fails with {@link
     * org.reactiveorm.error.InvalidValueException} and changes nothing.
     *
     * @param object what Jackson writes as a JSON object: a map, a record, an {@code ObjectNode}
     * @throws InvalidQueryException if it is null, or written as anything else
     */
    default Assignment<E> merge(Object object) {
        return JsonChange.assignment(column(), new JsonEdit.Merge<>(steps(), JsonOperands.object(this, object)));
    }

    private Literal<E, Object> jsonOperand(Object json) {
        return JsonOperands.literal(
                this,
                ColumnTypes.anyJson(),
                Operands.present(
                        column(), json, "The JSON to look for in %s is null. Find JSON's null with isJsonNull()."));
    }

    private Literal<E, String> textOperand(String key) {
        return JsonOperands.literal(this, ColumnTypes.STRING, given(key));
    }

    private Literal<E, List<String>> textsOperand(Collection<String> keys) {
        given(keys).forEach(this::given);
        return JsonOperands.literal(this, ColumnTypes.listOf(ColumnTypes.STRING), List.copyOf(keys));
    }

    private <T> T given(T keys) {
        return Operands.present(column(), keys, "A key to look for in %s is null. Leave it out.");
    }

    /** SQL in which {@code %s} is this JSON, as often as it stands there. */
    private SqlFragment fragment(String template, Literal<?, ?>... operands) {
        int times = template.split("%(1\\$)?s", -1).length - 1;
        Expression<E, ?> json = column().json();
        List<Object> arguments =
                new ArrayList<>(Collections.nCopies(times, steps().isEmpty() ? json : new JsonPlace<>(json, steps())));
        arguments.addAll(List.of(operands));
        return SqlFragment.of(template.formatted("?"), arguments.toArray());
    }
}
