package org.reactiveorm.query;

/**
 * A column of numbers.
 *
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public sealed interface NumberColumn<E, N extends Number> extends Column<E, N>, NumberExpression<E, N>
        permits DecimalColumn, FloatColumn, IntegerColumn {

    /** Adds to the value that the row has; NULL stays NULL, overflow is an error. */
    default Assignment<E> increment(N amount) {
        return changed(Arithmetic.Operator.PLUS, amount);
    }

    /** Subtracts from the value that the row has. */
    default Assignment<E> decrement(N amount) {
        return changed(Arithmetic.Operator.MINUS, amount);
    }

    /** Multiplies the value that the row has. */
    default Assignment<E> multiply(N factor) {
        return changed(Arithmetic.Operator.TIMES, factor);
    }

    /** Divides the value that the row has, as PostgreSQL does: whole numbers are truncated towards zero. */
    default Assignment<E> divide(N divisor) {
        return changed(Arithmetic.Operator.DIVIDED_BY, divisor);
    }

    /**
     * Sets the column to a number of another type, as {@code USER.postCount.toNumber(USER.posts.count())} does: PostgreSQL rounds a
     * fraction for a column of whole numbers, and one that is too large fails with {@link
     * org.reactiveorm.error.InvalidValueException}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no expression
     */
    default Assignment<E> toNumber(NumberExpression<E, ?> value) {
        return new Assignment<>(property(), Operands.assigned(this, value));
    }

    private Assignment<E> changed(Arithmetic.Operator operator, N operand) {
        return to(Arithmetic.of(this, operator, operand));
    }
}
