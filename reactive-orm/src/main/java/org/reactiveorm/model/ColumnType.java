package org.reactiveorm.model;

import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type travel to and from a column of one PostgreSQL type. Immutable and thread-safe; the
 * instances come from {@link ColumnTypes}.
 *
 * @param <T> the Java type (boxed)
 */
public interface ColumnType<T> {

    /** The Java class of a value; {@code List} for arrays. */
    Class<?> javaType();

    /** The PostgreSQL type as DDL and casts name it, for example {@code int8}, {@code varchar(20)} or {@code jsonb}. */
    String sqlType();

    /** The type that values are cast to: without a length, which in a cast would cut or round them. */
    default String castType() {
        return sqlType();
    }

    /** Whether instants are kept in a column without time zone, which then has the local time of UTC. */
    default boolean isKeptInUtc() {
        return false;
    }

    /** The class that NULL is bound as, and that {@link #encode} returns. */
    Class<?> wireType();

    /**
     * The value to bind.
     *
     * @throws org.reactiveorm.error.InvalidValueException if PostgreSQL has no such value (a text with U+0000)
     */
    Object encode(T value);

    /** Reads column {@code index}, null for SQL NULL. */
    @Nullable
    T read(Row row, int index);

    /** Reads column {@code index}; a NULL fails with {@link org.reactiveorm.error.MappingException}. */
    default T require(Row row, int index) {
        T value = read(row, index);
        if (value == null) {
            throw row.nullIn(index);
        }
        return value;
    }

    /** The cast that follows the column in a select list, where the driver cannot read the type itself, or nothing. */
    default String selectedAs() {
        return "";
    }

    /** What stands in SQL for the placeholder, where its type cannot be told from the bound value: {@code $1::jsonb}. */
    default String bound(String placeholder) {
        return placeholder;
    }

    /** The PostgreSQL enum that has to exist before a column of this type, or null. */
    default @Nullable EnumDefinition enumDefinition() {
        return null;
    }

    /** How many values are bound as one array. */
    ArrayEncoding<T> array();

    /** The value as a key of a hash map: equal to another one if the database holds the two values equal. */
    default Object comparable(T value) {
        return value;
    }

    /**
     * The value as this type has it: the value itself, or a number of another class that can be converted without loss.
     *
     * @throws IllegalArgumentException saying why the value does not fit
     */
    T convert(Object value);

    /**
     * Reads a value from text as a request parameter has it: numbers and booleans as Java writes them, dates and times in
     * ISO 8601, enums by their stored text or name.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    T parse(String text);
}
