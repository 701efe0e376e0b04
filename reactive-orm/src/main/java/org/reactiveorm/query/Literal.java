package org.reactiveorm.query;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnType;

/**
 * A value of the caller, always bound, never part of the SQL text.
 *
 * @param type how the value travels
 * @param value the value, or null for NULL
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public record Literal<E, T>(ColumnType<T> type, @Nullable T value) implements Expression<E, T> {

    /** The operand of a condition, which has to be there: a null would silently select other rows. */
    static <E, T> Literal<E, T> operand(Expression<E, T> left, T value) {
        return new Literal<>(left.type(), Operands.present(left, value));
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.literal(this);
    }
}
