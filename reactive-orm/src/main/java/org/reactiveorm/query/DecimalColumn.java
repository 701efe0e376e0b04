package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column of exact numbers of any size.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public record DecimalColumn<E, N extends Number>(String entity, Property<E, N> property)
        implements NumberColumn<E, N>, DecimalExpression<E, N> {

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
