package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A computed floating-point number.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <N> the Java type of the value
 */
record FloatTerm<E, N extends Number>(Expression<E, N> value) implements FloatExpression<E, N> {

    @Override
    public ColumnType<N> type() {
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
