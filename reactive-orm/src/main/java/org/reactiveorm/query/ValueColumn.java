package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column whose values can be compared for equality only.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public record ValueColumn<E, T>(String entity, Property<E, T> property) implements Column<E, T> {

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
