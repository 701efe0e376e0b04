package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column of truth values.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 */
public record BooleanColumn<E>(String entity, Property<E, Boolean> property) implements Column<E, Boolean> {

    /** True; not for NULL. */
    public Condition<E> isTrue() {
        return eq(true);
    }

    /** False; not for NULL. */
    public Condition<E> isFalse() {
        return eq(false);
    }
}
