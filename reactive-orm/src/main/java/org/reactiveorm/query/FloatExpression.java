package org.reactiveorm.query;

import org.reactiveorm.model.ColumnTypes;

/**
 * An expression whose values are floating-point numbers ({@code real}, {@code double precision}).
 *
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public sealed interface FloatExpression<E, N extends Number> extends NumberExpression<E, N>
        permits FloatColumn, FloatTerm {

    /** The sum with a value. */
    default FloatExpression<E, N> plus(N operand) {
        return new FloatTerm<>(Arithmetic.of(this, Arithmetic.Operator.PLUS, operand));
    }

    /** The sum with another expression of the same row. */
    default FloatExpression<E, N> plus(Expression<E, N> operand) {
        return new FloatTerm<>(new Arithmetic<>(this, Arithmetic.Operator.PLUS, operand));
    }

    /** The difference from a value. */
    default FloatExpression<E, N> minus(N operand) {
        return new FloatTerm<>(Arithmetic.of(this, Arithmetic.Operator.MINUS, operand));
    }

    /** The difference from another expression of the same row. */
    default FloatExpression<E, N> minus(Expression<E, N> operand) {
        return new FloatTerm<>(new Arithmetic<>(this, Arithmetic.Operator.MINUS, operand));
    }

    /** The product with a value. */
    default FloatExpression<E, N> times(N operand) {
        return new FloatTerm<>(Arithmetic.of(this, Arithmetic.Operator.TIMES, operand));
    }

    /** The product with another expression of the same row. */
    default FloatExpression<E, N> times(Expression<E, N> operand) {
        return new FloatTerm<>(new Arithmetic<>(this, Arithmetic.Operator.TIMES, operand));
    }

    /** The quotient by a value; whole numbers are truncated towards zero, 0 is an error of the server. */
    default FloatExpression<E, N> dividedBy(N operand) {
        return new FloatTerm<>(Arithmetic.of(this, Arithmetic.Operator.DIVIDED_BY, operand));
    }

    /** The quotient by another expression of the same row. */
    default FloatExpression<E, N> dividedBy(Expression<E, N> operand) {
        return new FloatTerm<>(new Arithmetic<>(this, Arithmetic.Operator.DIVIDED_BY, operand));
    }

    /** The sum of a group's values, which does not overflow; NULL without any. */
    default FloatExpression<Grouped<E>, Double> sum() {
        return new FloatTerm<>(Aggregate.of(Aggregate.Function.SUM, this, ColumnTypes.DOUBLE));
    }

    /** The mean of a group's values; NULL without any. */
    default FloatExpression<Grouped<E>, Double> avg() {
        return new FloatTerm<>(Aggregate.of(Aggregate.Function.AVG, this, ColumnTypes.DOUBLE));
    }

    @Override
    default FloatExpression<Grouped<E>, N> min() {
        return new FloatTerm<>(Aggregate.of(Aggregate.Function.MIN, this, type()));
    }

    @Override
    default FloatExpression<Grouped<E>, N> max() {
        return new FloatTerm<>(Aggregate.of(Aggregate.Function.MAX, this, type()));
    }

    @Override
    default FloatExpression<Grouped<E>, N> key() {
        return new FloatTerm<>(new GroupKey<>(this));
    }

    @Override
    default FloatExpression<E, N> orElse(N value) {
        return new FloatTerm<>(Operands.coalesced(this, value));
    }

    @Override
    default FloatExpression<E, N> when(Condition<E> condition) {
        return new FloatTerm<>(new Conditional<>(condition, this));
    }
}
