package org.reactiveorm.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;

/**
 * The values of a key, comparable with the values of the same key at the other end of a relation.
 *
 * @param values one value for each key column, none of them null
 */
record KeyTuple(List<Object> values) {

    /** The key that an entity has, or null if a part of it is NULL, so that it refers to nothing. */
    static <E> @Nullable KeyTuple of(E entity, List<Property<E, ?>> properties) {
        if (properties.size() == 1) {
            Object value = properties.get(0).get(entity);
            return value == null ? null : new KeyTuple(List.of(comparable(value)));
        }
        List<Object> values = new ArrayList<>(properties.size());
        for (Property<E, ?> property : properties) {
            Object value = property.get(entity);
            if (value == null) {
                return null;
            }
            values.add(comparable(value));
        }
        return new KeyTuple(values);
    }

    /** The key that was read beside an entity. */
    static KeyTuple of(List<Object> values) {
        return new KeyTuple(values.stream().map(KeyTuple::comparable).toList());
    }

    /** 1.0 and 1.00 are the same key in the database, but not to {@link BigDecimal#equals}. */
    private static Object comparable(Object value) {
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }
}
