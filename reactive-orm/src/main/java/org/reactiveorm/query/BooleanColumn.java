package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column of truth values.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 */
public record BooleanColumn<E>(String entity, Property<E, Boolean> property)
        implements Column<E, Boolean>, BooleanExpression<E> {

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
