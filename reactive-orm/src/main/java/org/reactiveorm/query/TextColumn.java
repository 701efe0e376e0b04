package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A text column.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 */
public record TextColumn<E>(String entity, Property<E, String> property)
        implements Column<E, String>, TextExpression<E> {

    @Override
    public TextColumn<E> asText() {
        return this;
    }

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
