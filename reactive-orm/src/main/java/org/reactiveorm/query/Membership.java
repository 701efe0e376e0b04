package org.reactiveorm.query;

import java.util.Collection;
import java.util.List;

/**
 * Equal to one of many values, or to none of them. The values are one array parameter, so that the SQL text does not
 * depend on their number.
 *
 * @param left what is looked for
 * @param kind in or not in
 * @param values at least one value, none of them null
 * @param <E> the entity
 * @param <T> the Java type of the values
 */
public record Membership<E, T>(Expression<E, T> left, Kind kind, List<T> values) implements Condition<E> {

    /** In or not in. */
    public enum Kind {
        /** Equal to one. */
        IN,
        /** Different from all. */
        NOT_IN
    }

    static <E, T> Condition<E> of(Expression<E, T> left, Kind kind, Collection<? extends T> values) {
        List<T> present = Operands.allPresent(left, values);
        if (present.isEmpty()) {
            return kind == Kind.IN ? Condition.never() : Condition.always();
        }
        return new Membership<>(left, kind, present);
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.membership(this);
    }
}
