package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A computed truth value.
 *
 * @param value what is computed
 * @param <E> the entity
 */
record BooleanTerm<E>(Expression<E, Boolean> value) implements BooleanExpression<E> {

    @Override
    public ColumnType<Boolean> type() {
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
