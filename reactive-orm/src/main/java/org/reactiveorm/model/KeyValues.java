package org.reactiveorm.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Key values as keys of a hash map: a single column's value as it is, those of several columns as a list. Both ends of a
 * relation give equal keys for equal values.
 */
public final class KeyValues {

    private KeyValues() {}

    /** The key that an entity has, or null if a part of it is NULL, so that it refers to nothing. */
    public static <E> @Nullable Object of(E entity, List<Property<E, ?>> properties) {
        if (properties.size() == 1) {
            Object value = properties.get(0).get(entity);
            return value == null ? null : comparable(value);
        }
        List<Object> values = new ArrayList<>(properties.size());
        for (Property<E, ?> property : properties) {
            Object value = property.get(entity);
            if (value == null) {
                return null;
            }
            values.add(comparable(value));
        }
        return values;
    }

    /** The key that was read beside an entity. */
    public static Object of(List<Object> values) {
        return values.size() == 1
                ? comparable(values.get(0))
                : values.stream().map(KeyValues::comparable).toList();
    }

    /** What the database holds equal is equal here: 1.0 and 1.00, 0.0 and -0.0, arrays of the same bytes. */
    private static Object comparable(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        if (value instanceof Double number) {
            return number + 0.0; // turns -0.0 into 0.0
        }
        if (value instanceof Float number) {
            return number + 0.0f;
        }
        return value instanceof byte[] bytes ? new Binary(bytes) : value;
    }

    /** The keys' values column by column, as array parameters need them. */
    public static List<List<Object>> byColumn(Iterable<Object> keys, int columns) {
        List<List<Object>> byColumn = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            List<Object> values = new ArrayList<>();
            for (Object key : keys) {
                Object value = columns == 1 ? key : ((List<?>) key).get(i);
                values.add(value instanceof Binary binary ? binary.bytes : value);
            }
            byColumn.add(values);
        }
        return byColumn;
    }

    /** Bytes that are equal to the same bytes. */
    private static final class Binary {

        private final byte[] bytes;

        Binary(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
