package org.reactiveorm.query;

import java.math.BigDecimal;
import org.reactiveorm.model.ColumnTypes;

/**
 * An expression whose values are exact numbers of any size ({@code bigint}, {@code numeric}); their sum is a {@code numeric}.
 *
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public sealed interface DecimalExpression<E, N extends Number> extends NumberExpression<E, N>
        permits DecimalColumn, DecimalTerm {

    /** The sum with a value. */
    default DecimalExpression<E, N> plus(N operand) {
        return new DecimalTerm<>(Arithmetic.of(this, Arithmetic.Operator.PLUS, operand));
    }

    /** The sum with another expression of the same row. */
    default DecimalExpression<E, N> plus(Expression<E, N> operand) {
        return new DecimalTerm<>(new Arithmetic<>(this, Arithmetic.Operator.PLUS, operand));
    }

    /** The difference from a value. */
    default DecimalExpression<E, N> minus(N operand) {
        return new DecimalTerm<>(Arithmetic.of(this, Arithmetic.Operator.MINUS, operand));
    }

    /** The difference from another expression of the same row. */
    default DecimalExpression<E, N> minus(Expression<E, N> operand) {
        return new DecimalTerm<>(new Arithmetic<>(this, Arithmetic.Operator.MINUS, operand));
    }

    /** The product with a value. */
    default DecimalExpression<E, N> times(N operand) {
        return new DecimalTerm<>(Arithmetic.of(this, Arithmetic.Operator.TIMES, operand));
    }

    /** The product with another expression of the same row. */
    default DecimalExpression<E, N> times(Expression<E, N> operand) {
        return new DecimalTerm<>(new Arithmetic<>(this, Arithmetic.Operator.TIMES, operand));
    }

    /** The quotient by a value; whole numbers are truncated towards zero, 0 is an error of the server. */
    default DecimalExpression<E, N> dividedBy(N operand) {
        return new DecimalTerm<>(Arithmetic.of(this, Arithmetic.Operator.DIVIDED_BY, operand));
    }

    /** The quotient by another expression of the same row. */
    default DecimalExpression<E, N> dividedBy(Expression<E, N> operand) {
        return new DecimalTerm<>(new Arithmetic<>(this, Arithmetic.Operator.DIVIDED_BY, operand));
    }

    /** The sum of a group's values, which does not overflow; NULL without any. */
    default DecimalExpression<Grouped<E>, BigDecimal> sum() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.SUM, this, ColumnTypes.BIG_DECIMAL));
    }

    /** The mean of a group's values; NULL without any. */
    default DecimalExpression<Grouped<E>, BigDecimal> avg() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.AVG, this, ColumnTypes.BIG_DECIMAL));
    }

    @Override
    default DecimalExpression<Grouped<E>, N> min() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.MIN, this, type()));
    }

    @Override
    default DecimalExpression<Grouped<E>, N> max() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.MAX, this, type()));
    }

    @Override
    default DecimalExpression<Grouped<E>, N> key() {
        return new DecimalTerm<>(new GroupKey<>(this));
    }

    @Override
    default DecimalExpression<E, N> orElse(N value) {
        return new DecimalTerm<>(Operands.coalesced(this, value));
    }

    @Override
    default DecimalExpression<E, N> when(Condition<E> condition) {
        return new DecimalTerm<>(new Conditional<>(condition, this));
    }
}
