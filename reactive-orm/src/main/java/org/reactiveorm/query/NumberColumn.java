package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column of numbers.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public record NumberColumn<E, N extends Number>(String entity, Property<E, N> property)
        implements Column<E, N>, NumberExpression<E, N> {

    /** Adds to the value that the row has; NULL stays NULL, overflow is an error. */
    public Assignment<E> increment(N amount) {
        return change(Arithmetic.Operator.PLUS, amount);
    }

    /** Subtracts from the value that the row has. */
    public Assignment<E> decrement(N amount) {
        return change(Arithmetic.Operator.MINUS, amount);
    }

    /** Multiplies the value that the row has. */
    public Assignment<E> multiply(N factor) {
        return change(Arithmetic.Operator.TIMES, factor);
    }

    /** Divides the value that the row has, as PostgreSQL does: whole numbers are truncated towards zero. */
    public Assignment<E> divide(N divisor) {
        return change(Arithmetic.Operator.DIVIDED_BY, divisor);
    }

    private Assignment<E> change(Arithmetic.Operator operator, N operand) {
        return to(new Arithmetic<>(this, operator, Literal.operand(this, operand)));
    }
}
