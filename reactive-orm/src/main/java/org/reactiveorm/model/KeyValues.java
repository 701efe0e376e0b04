package org.reactiveorm.model;

import java.util.ArrayList;
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
            return comparable(entity, properties.get(0));
        }
        List<Object> values = new ArrayList<>(properties.size());
        for (Property<E, ?> property : properties) {
            Object value = comparable(entity, property);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static <E, T> @Nullable Object comparable(E entity, Property<E, T> property) {
        T value = property.get(entity);
        return value == null ? null : property.type().comparable(value);
    }

    /** The key that was read or given beside an entity: values of these properties, in their order. */
    public static Object of(List<? extends Property<?, ?>> properties, List<Object> values) {
        if (properties.size() == 1) {
            return comparable(properties.get(0), values.get(0));
        }
        List<Object> comparable = new ArrayList<>(properties.size());
        for (int i = 0; i < properties.size(); i++) {
            comparable.add(comparable(properties.get(i), values.get(i)));
        }
        return comparable;
    }

    @SuppressWarnings("unchecked") // the value was read or given as one of this property
    private static <T> Object comparable(Property<?, T> property, Object value) {
        return property.type().comparable((T) value);
    }

    /** The keys' values column by column, as array parameters need them. */
    public static List<List<Object>> byColumn(Iterable<Object> keys, int columns) {
        List<List<Object>> byColumn = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            List<Object> values = new ArrayList<>();
            for (Object key : keys) {
                Object value = columns == 1 ? key : ((List<?>) key).get(i);
                values.add(value instanceof KeyForm form ? form.value() : value);
            }
            byColumn.add(values);
        }
        return byColumn;
    }
}
