package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A computed exact number.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <N> the Java type of the value
 */
record DecimalTerm<E, N extends Number>(Expression<E, N> value) implements DecimalExpression<E, N> {

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
