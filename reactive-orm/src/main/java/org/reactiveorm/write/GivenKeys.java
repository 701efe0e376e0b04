package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.InsertBatch;

/**
 * Finds out which of the given rows an answered one is. RETURNING does not say so, and answers fewer rows where some are left out; a
 * key whose values were given does.
 *
 * @param batch the rows as they were given
 * @param <E> the entity
 */
record GivenKeys<E>(InsertBatch<E> batch) {

    /** The key that the row gives, equal to another one where the database's are; null if a part of it is NULL or not given. */
    static <E> @Nullable Object keyOf(RowValues<E> row, Key<E> key) {
        List<Object> values = new ArrayList<>(key.properties().size());
        for (Property<E, ?> property : key.properties()) {
            Object value = row.get(property);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return KeyValues.of(key.properties(), values);
    }

    /**
     * The answered rows in the order of the batch, each with its place. Of several rows with the same key the first is meant.
     *
     * @param key the key that tells them apart, or null for any that all rows give
     */
    List<Placed<E>> placed(List<Upserted<E>> answered, @Nullable Key<E> key) {
        Key<E> known = key == null ? anyGiven() : key;
        List<Placed<E>> placed = known == null ? List.of() : byKey(answered, known);
        return placed.size() == answered.size() ? placed : inTurn(answered);
    }

    private @Nullable Key<E> anyGiven() {
        for (Key<E> key : batch.entity().keys()) {
            if (batch.columns().containsAll(key.properties())
                    && batch.rows().stream().allMatch(row -> keyOf(row, key) != null)) {
                return key;
            }
        }
        return null;
    }

    private List<Placed<E>> byKey(List<Upserted<E>> answered, Key<E> key) {
        Map<Object, Upserted<E>> byKey = new HashMap<>();
        for (Upserted<E> each : answered) {
            Object value = KeyValues.of(each.entity(), key.properties());
            if (value != null) {
                byKey.put(value, each);
            }
        }
        List<Placed<E>> placed = new ArrayList<>(answered.size());
        for (int i = 0; i < batch.rows().size(); i++) {
            Upserted<E> each = byKey.remove(keyOf(batch.rows().get(i), key));
            if (each != null) {
                placed.add(new Placed<>(i, each));
            }
        }
        return placed;
    }

    /** In the order in which they were inserted, where nothing else is known: the database stored a key in another form. */
    private List<Placed<E>> inTurn(List<Upserted<E>> answered) {
        IdentityHashMap<E, Upserted<E>> answers = new IdentityHashMap<>();
        answered.forEach(each -> answers.put(each.entity(), each));
        List<Placed<E>> placed = new ArrayList<>(answered.size());
        List<E> entities = answered.stream().map(Upserted::entity).toList();
        for (E entity : new InputOrder<>(batch).restore(entities)) {
            placed.add(new Placed<>(placed.size(), Objects.requireNonNull(answers.get(entity), "answer")));
        }
        return placed;
    }
}
