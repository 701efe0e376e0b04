package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.sql.InsertBatch;

/**
 * The order in which rows were given, which RETURNING does not promise: identities and sequences were drawn in that order, and
 * given keys say which row is which.
 *
 * @param batch the rows as they were given
 * @param <E> the entity
 */
record InputOrder<E>(InsertBatch<E> batch) {

    /** Whether the keys of the new rows tell their order. */
    boolean isTold() {
        return isKeyGiven() || isKeyDrawn();
    }

    /** The new rows in the order of the batch, as they came where their keys do not tell it. */
    List<E> restore(List<E> rows) {
        if (isKeyGiven()) {
            return byGivenKey(rows);
        }
        return isKeyDrawn() ? byDrawnKey(rows, key().get(0)) : rows;
    }

    private List<Property<E, ?>> key() {
        return batch.entity().primaryKey().properties();
    }

    private boolean isKeyGiven() {
        return batch.columns().containsAll(key());
    }

    private boolean isKeyDrawn() {
        if (key().size() > 1) {
            return false;
        }
        ValueSource.Kind kind = key().get(0).source().kind();
        return kind == ValueSource.Kind.IDENTITY || kind == ValueSource.Kind.SEQUENCE;
    }

    /** Sequences ascend, unless they were altered to descend; one that wraps around within an insert is not recognised. */
    private List<E> byDrawnKey(List<E> rows, Property<E, ?> key) {
        if (isDescending(rows, key)) {
            return rows;
        }
        List<E> sorted = new ArrayList<>(rows);
        sorted.sort((a, b) -> Long.compare(number(key, a), number(key, b)));
        return sorted;
    }

    private static <E> boolean isDescending(List<E> rows, Property<E, ?> key) {
        for (int i = 1; i < rows.size(); i++) {
            if (number(key, rows.get(i)) > number(key, rows.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private static <E> long number(Property<E, ?> key, E row) {
        Object value = key.get(row);
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("The processor lets only whole numbers be drawn from a sequence");
    }

    private List<E> byGivenKey(List<E> rows) {
        List<Property<E, ?>> key = key();
        Map<Object, E> byKey = new HashMap<>();
        for (E row : rows) {
            Object value = KeyValues.of(row, key);
            if (value != null) {
                byKey.put(value, row);
            }
        }
        List<E> ordered = new ArrayList<>(rows.size());
        for (int i = 0; i < batch.rows().size(); i++) {
            E row = byKey.get(givenKey(key, i));
            if (row == null) {
                // the database stored the key in another form (numeric(p, s)): rely on the order of execution
                return rows;
            }
            ordered.add(row);
        }
        return ordered;
    }

    private Object givenKey(List<Property<E, ?>> key, int row) {
        List<Object> values = new ArrayList<>(key.size());
        for (Property<E, ?> property : key) {
            @Nullable Object value = batch.rows().get(row).get(property);
            values.add(value == null ? "" : value);
        }
        return KeyValues.of(key, values);
    }
}
