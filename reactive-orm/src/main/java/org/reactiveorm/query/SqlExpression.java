package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * SQL of the caller as a value.
 *
 * @param fragment the text and its arguments
 * @param type how the value travels
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public record SqlExpression<E, T>(SqlFragment fragment, ColumnType<T> type) implements Expression<E, T> {

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.sql(this);
    }
}
