package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A computed value that has an order.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
record ComparableTerm<E, T>(Expression<E, T> value) implements ComparableExpression<E, T> {

    @Override
    public ColumnType<T> type() {
        return value.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return value.accept(visitor);
    }

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
