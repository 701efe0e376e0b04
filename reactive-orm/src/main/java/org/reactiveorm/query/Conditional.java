package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A value where a condition holds, NULL elsewhere.
 *
 * @param condition the condition
 * @param value the value
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public record Conditional<E, T>(Condition<E> condition, Expression<E, T> value) implements Expression<E, T> {

    /**
     * Refuses null.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the condition is null
     */
    public Conditional {
        Operands.given(condition);
    }

    @Override
    public ColumnType<T> type() {
        return value.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.conditional(this);
    }

    @Override
    public String toString() {
        return Operands.label(value) + " under a condition";
    }
}
