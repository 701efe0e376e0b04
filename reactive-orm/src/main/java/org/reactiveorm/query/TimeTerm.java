package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A computed date or time.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
record TimeTerm<E, T>(Expression<E, T> value) implements TimeExpression<E, T> {

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
