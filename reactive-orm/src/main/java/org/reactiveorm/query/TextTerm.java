package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A computed text.
 *
 * @param value what is computed
 * @param <E> the entity
 */
record TextTerm<E>(Expression<E, String> value) implements TextExpression<E> {

    @Override
    public ColumnType<String> type() {
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
