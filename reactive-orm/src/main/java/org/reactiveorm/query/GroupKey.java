package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * What the rows of a group have in common: one of the expressions that they are grouped by.
 *
 * @param expression the expression
 * @param <E> the entity whose rows are grouped
 * @param <T> the Java type of the value
 */
public record GroupKey<E, T>(Expression<E, T> expression) implements Expression<Grouped<E>, T> {

    @Override
    public ColumnType<T> type() {
        return expression.type();
    }

    @Override
    public <R> R accept(Visitor<Grouped<E>, R> visitor) {
        return visitor.groupKey(this);
    }

    @Override
    public String toString() {
        return Operands.label(expression);
    }
}
