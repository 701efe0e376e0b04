package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.sql.SelectList;

/** Reads a key from the columns of a row, in the form that {@link org.reactiveorm.model.KeyValues} gives it. */
final class KeyReader {

    private final List<ColumnType<?>> types;
    private final int[] places;

    private KeyReader(List<ColumnType<?>> types, int[] places) {
        this.types = types;
        this.places = places;
    }

    /** A key whose columns are somewhere in a list. */
    static <E> KeyReader in(SelectList<E> list, List<Property<E, ?>> key) {
        return new KeyReader(typesOf(key), key.stream().mapToInt(list::indexOf).toArray());
    }

    /** A key whose columns follow one another from a place on. */
    static KeyReader from(int place, List<? extends Property<?, ?>> key) {
        return new KeyReader(
                typesOf(key), IntStream.range(place, place + key.size()).toArray());
    }

    private static List<ColumnType<?>> typesOf(List<? extends Property<?, ?>> key) {
        return key.stream().<ColumnType<?>>map(Property::type).toList();
    }

    /** The key, or null if a part of it is NULL. */
    @Nullable
    Object read(Row row) {
        if (places.length == 1) {
            return comparable(types.get(0), row, places[0]);
        }
        List<Object> key = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            Object part = comparable(types.get(i), row, places[i]);
            if (part == null) {
                return null;
            }
            key.add(part);
        }
        return key;
    }

    private static <T> @Nullable Object comparable(ColumnType<T> type, Row row, int place) {
        T value = type.read(row, place);
        return value == null ? null : type.comparable(value);
    }
}
