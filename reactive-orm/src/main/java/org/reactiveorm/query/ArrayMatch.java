package org.reactiveorm.query;

import java.util.List;

/**
 * An array that has certain elements, or none at all.
 *
 * @param array the array
 * @param kind how it is matched
 * @param elements the elements, none of them null
 * @param <E> the entity
 * @param <T> the Java type of an element
 */
public record ArrayMatch<E, T>(ArrayColumn<E, T> array, Kind kind, List<T> elements) implements Condition<E> {

    /** How an array is matched. */
    public enum Kind {
        /** Has all of the elements. */
        CONTAINS,
        /** Has at least one of the elements. */
        OVERLAPS,
        /** Has no elements. */
        EMPTY
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.arrayMatch(this);
    }
}
