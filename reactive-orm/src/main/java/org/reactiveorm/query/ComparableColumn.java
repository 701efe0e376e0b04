package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column whose values have an order: times of day, durations, UUIDs, enums.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public record ComparableColumn<E, T>(String entity, Property<E, T> property)
        implements Column<E, T>, ComparableExpression<E, T> {

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
