package org.reactiveorm.query;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.Property;

/**
 * A typed column, as the generated model's fields hold it: makes conditions, orders and assignments.
 *
 * @param <E> the entity
 * @param <T> the Java type of the value (boxed)
 */
public sealed interface Column<E, T> extends Expression<E, T>
        permits ArrayColumn,
                BooleanColumn,
                ComparableColumn,
                JsonColumn,
                NumberColumn,
                TextColumn,
                TimeColumn,
                ValueColumn {

    /** The simple name of the entity, for messages. */
    String entity();

    /** The column's description. */
    Property<E, T> property();

    @Override
    default ColumnType<T> type() {
        return property().type();
    }

    @Override
    default <R> R accept(Visitor<E, R> visitor) {
        return visitor.column(this);
    }

    /**
     * Sets the column to the value; null is NULL.
     *
     * @throws InvalidQueryException if the value is null and the column is NOT NULL
     */
    default Assignment<E> to(@Nullable T value) {
        return new Assignment<>(property(), new Literal<>(type(), Operands.assignable(this, value)));
    }

    /**
     * Sets the column to another expression of the same row, as it was before the update.
     *
     * @throws InvalidQueryException if there is no expression; for NULL the value is null
     */
    default Assignment<E> to(Expression<E, T> value) {
        return new Assignment<>(property(), Operands.assigned(this, value));
    }

    /**
     * The value that an upsert would have inserted, for its assignments and its condition; in any other statement it is refused
     * with {@link InvalidQueryException} when that is subscribed to. A column that the new entity leaves out has its default.
     */
    default Expression<E, T> excluded() {
        return new Excluded<>(this);
    }

    /** Sets the column to the value that the upsert would have inserted. */
    default Assignment<E> toExcluded() {
        return to(excluded());
    }

    /**
     * The value as this column has it, for callers that hold it as an {@code Object}: a value of the column's type, or a
     * number that can be converted without loss.
     *
     * @throws InvalidQueryException if the value does not fit; the message names column, value and expected type
     */
    default T valueOf(Object value) {
        try {
            return type().convert(Operands.present(this, value));
        } catch (IllegalArgumentException unfit) {
            throw Operands.unfit(this, value, unfit);
        }
    }

    /**
     * Reads a value from text, as a request parameter has it.
     *
     * @throws InvalidQueryException if the text is no value of the column's type
     */
    default T parse(String text) {
        try {
            return type().parse(Operands.present(this, text));
        } catch (IllegalArgumentException unfit) {
            throw Operands.unfit(this, text, unfit);
        }
    }

    /**
     * A condition from an operator and a value that are known at run time only, with the checks of the typed methods.
     *
     * @throws InvalidQueryException if the operator is null or not for this kind of column or the value does not fit
     */
    default Condition<E> is(Operator operator, @Nullable Object value) {
        return Operands.present(this, operator, "The operator for %s is null. Give one like EQ.")
                .apply(this, value);
    }

    /**
     * This column as a text column, for callers that found it by name.
     *
     * @throws InvalidQueryException if its values are not text
     */
    default TextColumn<E> asText() {
        throw new InvalidQueryException(
                "%s.%s is not text.".formatted(entity(), property().name()), ErrorContext.of(entity()));
    }

    /**
     * {@link #to(Object)} for a value that is known at run time only.
     *
     * @throws InvalidQueryException if the value does not fit
     */
    default Assignment<E> assign(@Nullable Object value) {
        return to(value == null ? null : valueOf(value));
    }
}
