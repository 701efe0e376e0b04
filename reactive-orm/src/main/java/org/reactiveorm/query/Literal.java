package org.reactiveorm.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

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
        return new Literal<>(left.type(), Operands.fitting(left, value));
    }

    /**
     * A value in SQL of the caller, which travels as its class says, an enum constant as {@code enums} says.
     *
     * @throws InvalidQueryException if values of its class cannot be bound
     */
    public static Literal<?, ?> ofClass(
            Object value, Function<? super Enum<?>, ? extends @Nullable ColumnType<?>> enums) {
        try {
            return converted(ColumnTypes.of(value, enums), value);
        } catch (IllegalArgumentException unmapped) {
            throw new InvalidQueryException(String.valueOf(unmapped.getMessage()), ErrorContext.none());
        }
    }

    private static <T> Literal<?, T> converted(ColumnType<T> type, Object value) {
        return new Literal<>(type, type.convert(value));
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.literal(this);
    }
}
