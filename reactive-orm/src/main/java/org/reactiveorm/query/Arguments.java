package org.reactiveorm.query;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.PublicClass;

/** The values of a shape's parameters. */
public final class Arguments {

    private static final Arguments NONE = new Arguments(Map.of());

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** No values, for a shape without parameters. */
    public static Arguments none() {
        return NONE;
    }

    /**
     * Values for the parameters with these names.
     *
     * @throws InvalidQueryException if a parameter has no value, or a value no parameter
     */
    public static Arguments of(String shape, Set<String> parameters, Map<String, Object> values) {
        if (!parameters.equals(values.keySet())) {
            throw new InvalidQueryException(
                    "%s has the parameters %s, but values were bound for %s. Give each of them one with bind(…)."
                            .formatted(shape, new TreeSet<>(parameters), new TreeSet<>(values.keySet())),
                    ErrorContext.none());
        }
        return parameters.isEmpty() ? NONE : new Arguments(Map.copyOf(values));
    }

    /**
     * The value as the column has it that it is compared with.
     *
     * @throws InvalidQueryException if it does not fit, or is a collection
     */
    public <T> T value(String name, Column<?, T> column) {
        Object value = value(name);
        if (value instanceof Collection<?> && !column.type().javaType().isInstance(value)) {
            throw new InvalidQueryException(
                    "':%s' takes one value to compare %s with, not a %s. Name a parameter for each value: in (:first, :second)."
                            .formatted(
                                    name,
                                    Operands.label(column),
                                    PublicClass.of(value).getSimpleName()),
                    Operands.context(column));
        }
        return column.valueOf(value);
    }

    /** The value as it was given, for SQL. */
    public Object value(String name) {
        return given(name, values.get(name));
    }

    /**
     * The name of a parameter.
     *
     * @throws InvalidQueryException if it is null
     */
    public static String named(@Nullable String name) {
        return InvalidQueryException.requireGiven(
                name, "The name of a parameter is null. Give the one that follows the colon.");
    }

    /**
     * The value of a parameter.
     *
     * @throws InvalidQueryException if it is null
     */
    public static Object given(String name, @Nullable Object value) {
        return InvalidQueryException.requireGiven(
                value,
                "The value of ':%s' is null, with which no comparison holds. Give a value, or read a shape without the condition that names it."
                        .formatted(name));
    }
}
