package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.ColumnType;

/**
 * An array with an element added or removed.
 *
 * @param array the array column
 * @param operator what to do
 * @param element the element
 * @param <E> the entity
 * @param <T> the Java type of an element
 */
public record ArrayChange<E, T>(ArrayColumn<E, T> array, Operator operator, T element)
        implements Expression<E, List<T>> {

    /** What to do with the element. */
    public enum Operator {
        /** Add at the end. */
        APPEND,
        /** Add at the beginning. */
        PREPEND,
        /** Remove all that are equal. */
        REMOVE
    }

    @Override
    public ColumnType<List<T>> type() {
        return array.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.arrayChange(this);
    }
}
