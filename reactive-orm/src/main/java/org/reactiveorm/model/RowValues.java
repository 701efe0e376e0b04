package org.reactiveorm.model;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of a new row, for some of an entity's properties; the others take the database's defaults. It is a slot for
 * each property, because there are as many of these as rows to insert. Not thread-safe.
 *
 * @param <E> the entity
 */
public final class RowValues<E> {

    /** Tells a value that is NULL from one that was not given. */
    private static final Object SQL_NULL = new Object();

    private final @Nullable Object[] slots;

    private RowValues(@Nullable Object[] slots) {
        this.slots = slots;
    }

    /** No values yet. */
    public static <E> RowValues<E> of(EntityModel<E> entity) {
        return new RowValues<>(new @Nullable Object[entity.properties().size()]);
    }

    /** Whether there is a value, or NULL. */
    public boolean has(Property<E, ?> property) {
        return slots[property.index()] != null;
    }

    /** The value; null for NULL, and when there is none. */
    public @Nullable Object get(Property<E, ?> property) {
        Object slot = slots[property.index()];
        return slot == SQL_NULL ? null : slot;
    }

    /** Gives the property a value; null is NULL. */
    public void set(Property<E, ?> property, @Nullable Object value) {
        slots[property.index()] = value == null ? SQL_NULL : value;
    }

    /** The same values, to be changed on their own. */
    public RowValues<E> copy() {
        return new RowValues<>(slots.clone());
    }

    /** Which properties have a value, by their index. */
    public BitSet columns() {
        BitSet columns = new BitSet(slots.length);
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != null) {
                columns.set(i);
            }
        }
        return columns;
    }
}
