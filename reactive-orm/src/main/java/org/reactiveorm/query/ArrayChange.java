package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.ColumnType;

/**
 * An array with elements added or removed.
 *
 * @param array the array column
 * @param operator what to do
 * @param elements the elements, at least one and none of them null
 * @param <E> the entity
 * @param <T> the Java type of an element
 */
public record ArrayChange<E, T>(ArrayColumn<E, T> array, Operator operator, List<T> elements)
        implements Expression<E, List<T>> {

    /** What to do with the elements. */
    public enum Operator {
        /** Add at the end. */
        APPEND,
        /** Add at the beginning. */
        PREPEND,
        /** Remove all that are equal to the only element. */
        REMOVE,
        /** Remove all that are equal to one of the elements. */
        REMOVE_ALL
    }

    /** Keeps its own copy. */
    public ArrayChange {
        elements = List.copyOf(elements);
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
