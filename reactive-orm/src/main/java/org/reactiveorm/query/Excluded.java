package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * The value that an upsert would have inserted, where it finds a row instead: {@code excluded} (PostgreSQL, INSERT).
 *
 * @param column the column
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public record Excluded<E, T>(Column<E, T> column) implements Expression<E, T> {

    @Override
    public ColumnType<T> type() {
        return column.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.excluded(this);
    }

    @Override
    public String toString() {
        return "excluded " + Operands.label(column);
    }
}
