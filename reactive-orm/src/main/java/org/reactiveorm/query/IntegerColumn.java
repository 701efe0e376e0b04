package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column of small whole numbers.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public record IntegerColumn<E, N extends Number>(String entity, Property<E, N> property)
        implements NumberColumn<E, N>, IntegerExpression<E, N> {

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
