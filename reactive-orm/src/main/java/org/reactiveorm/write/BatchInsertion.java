package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * One insert statement and the way its answer is brought into the order of the input, which RETURNING does not promise:
 * identities and sequences were drawn in that order, given keys say which row is which, and keys that the database computes
 * are joined with the input in SQL.
 *
 * @param batch the rows
 * @param <E> the entity
 */
record BatchInsertion<E>(InsertBatch<E> batch) {

    private static final InsertRenderer INSERT = new InsertRenderer();

    Mono<List<E>> run(Executor executor) {
        Mono<List<E>> rows =
                executor.query(statement(), batch.entity().reader()).collectList();
        return batch.rows().size() == 1 ? rows : rows.map(this::inInputOrder);
    }

    private Sql statement() {
        if (batch.rows().size() == 1) {
            return INSERT.one(batch);
        }
        return isKeyGiven() || isKeyDrawn() ? INSERT.many(batch) : INSERT.manyWithComputedKey(batch);
    }

    /** The new rows in the order of the input; a key that the database computes leaves them in the order in which they came. */
    List<E> inInputOrder(List<E> rows) {
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
