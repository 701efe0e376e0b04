package org.reactiveorm.model;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InvalidValueException;

/**
 * How many values of one column are bound as one parameter, for {@code = ANY($1)} and {@code unnest($1)}. Types whose
 * arrays the driver gets wrong travel as {@code text[]} and are cast in SQL.
 *
 * @param wireType the PostgreSQL type of the bound array's elements
 * @param sqlType the PostgreSQL type that an element becomes
 * @param allocator makes the array to bind
 * @param encoder makes an element; never sees null
 * @param <T> the Java type of a value
 */
public record ArrayEncoding<T>(
        String wireType, String sqlType, IntFunction<Object[]> allocator, Function<T, Object> encoder) {

    /**
     * The array to bind, in the order of {@code values}, with null for null.
     *
     * @throws InvalidValueException if a value cannot be stored; it says which
     */
    public @Nullable Object[] encode(Iterable<? extends @Nullable T> values, int size) {
        @Nullable Object[] encoded = allocator.apply(size);
        int i = 0;
        for (T value : values) {
            encoded[i] = value == null ? null : encode(value, i + 1, size);
            i++;
        }
        return encoded;
    }

    /**
     * A value as PostgreSQL reads it from text, for {@code COPY}.
     *
     * @throws InvalidValueException if it cannot be stored; it says which of how many
     */
    public String text(T value, int number, int size) {
        return ArrayLiteral.text(encode(value, number, size));
    }

    private Object encode(T value, int number, int size) {
        try {
            return encoder.apply(value);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    "%s It is value %d of %d.".formatted(e.getMessage(), number, size), e.context(), e);
        }
    }

    /**
     * What {@code ANY(…)} and {@code ALL(…)} compare with: {@code $1::int8[]}, or {@code $1::text[]::mood[]}. Where an
     * element is an array itself it is a subquery, because PostgreSQL has no arrays of arrays.
     */
    public String asArray(String placeholder) {
        if (sqlType.endsWith("[]")) {
            return "SELECT e::" + sqlType + " FROM unnest(" + asUnnestArgument(placeholder) + ") e";
        }
        return wireType.equals(sqlType)
                ? placeholder + "::" + sqlType + "[]"
                : placeholder + "::" + wireType + "[]::" + sqlType + "[]";
    }

    /** {@code $1::int8[]}: the placeholder as an argument of {@code unnest}. */
    public String asUnnestArgument(String placeholder) {
        return placeholder + "::" + wireType + "[]";
    }

    /** What an unnested element has to be selected as: {@code i.c1} or {@code i.c1::jsonb}. */
    public String unnested(String element) {
        return wireType.equals(sqlType) ? element : element + "::" + sqlType;
    }
}
