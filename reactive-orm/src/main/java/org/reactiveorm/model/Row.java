package org.reactiveorm.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;

/**
 * One row of a result, read by zero-based column index or by name. Valid only inside the function that it is handed to. The
 * typed getters exist so that a source of rows that holds primitive values need not box them.
 */
public interface Row {

    /** The value, converted to {@code type}, or null for SQL NULL. {@code type} is one of the wire types of {@link ColumnTypes}. */
    <T> @Nullable T get(int index, Class<T> type);

    /** The number of columns. */
    int size();

    /** The elements of an array of one dimension, each read as {@code type} with null for NULL, or null for SQL NULL. */
    @SuppressWarnings("unchecked") // an array of that class has elements of that class
    default <T> @Nullable List<@Nullable T> list(int index, Class<T> type) {
        Object array = get(index, type.arrayType());
        return array == null ? null : (List<@Nullable T>) Arrays.asList((@Nullable Object[]) array);
    }

    /** The column's name in the result, for messages. */
    String name(int index);

    /** The value of a column that has no NULL; a NULL fails with {@link MappingException}. */
    default <T> T require(int index, Class<T> type) {
        T value = get(index, type);
        if (value == null) {
            throw nullIn(index);
        }
        return value;
    }

    /** A {@code boolean} that is not NULL. */
    default boolean getBoolean(int index) {
        return require(index, Boolean.class);
    }

    /** A {@code smallint} that is not NULL. */
    default short getShort(int index) {
        return require(index, Short.class);
    }

    /** An {@code integer} that is not NULL. */
    default int getInt(int index) {
        return require(index, Integer.class);
    }

    /** A {@code bigint} that is not NULL. */
    default long getLong(int index) {
        return require(index, Long.class);
    }

    /** A {@code real} that is not NULL. */
    default float getFloat(int index) {
        return require(index, Float.class);
    }

    /** A {@code double precision} that is not NULL. */
    default double getDouble(int index) {
        return require(index, Double.class);
    }

    /**
     * The place of the first column with this name.
     *
     * @throws MappingException if there is none; the message lists those that exist
     */
    default int index(String column) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            names.add(name(i));
        }
        int index = names.indexOf(column);
        if (index < 0) {
            throw new MappingException(
                    "The result has no column '%s'. It has %s; name one with \"as\".".formatted(column, names),
                    ErrorContext.none(),
                    null);
        }
        return index;
    }

    /** {@link #get(int, Class)} by name. */
    default <T> @Nullable T get(String column, Class<T> type) {
        return get(index(column), type);
    }

    /** {@link #require(int, Class)} by name. */
    default <T> T require(String column, Class<T> type) {
        return require(index(column), type);
    }

    /** {@link #getBoolean(int)} by name. */
    default boolean getBoolean(String column) {
        return getBoolean(index(column));
    }

    /** {@link #getInt(int)} by name. */
    default int getInt(String column) {
        return getInt(index(column));
    }

    /** {@link #getLong(int)} by name. */
    default long getLong(String column) {
        return getLong(index(column));
    }

    /** {@link #getDouble(int)} by name. */
    default double getDouble(String column) {
        return getDouble(index(column));
    }

    /** The error for a NULL where the model has none. */
    default MappingException nullIn(int index) {
        return new MappingException(
                "Column '%s' is NULL, but the component it is read into is not @Nullable. Mark the component @Nullable or make the column NOT NULL."
                        .formatted(name(index)),
                ErrorContext.none(),
                null);
    }
}
