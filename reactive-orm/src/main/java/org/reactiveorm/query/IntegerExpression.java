package org.reactiveorm.query;

import java.math.BigDecimal;
import org.reactiveorm.model.ColumnTypes;

/**
 * An expression whose values are small whole numbers ({@code smallint}, {@code integer}); their sum is a {@code bigint}.
 *
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public sealed interface IntegerExpression<E, N extends Number> extends NumberExpression<E, N>
        permits IntegerColumn, IntegerTerm {

    /** The sum with a value. */
    default IntegerExpression<E, N> plus(N operand) {
        return new IntegerTerm<>(Arithmetic.of(this, Arithmetic.Operator.PLUS, operand));
    }

    /** The sum with another expression of the same row. */
    default IntegerExpression<E, N> plus(Expression<E, N> operand) {
        return new IntegerTerm<>(new Arithmetic<>(this, Arithmetic.Operator.PLUS, operand));
    }

    /** The difference from a value. */
    default IntegerExpression<E, N> minus(N operand) {
        return new IntegerTerm<>(Arithmetic.of(this, Arithmetic.Operator.MINUS, operand));
    }

    /** The difference from another expression of the same row. */
    default IntegerExpression<E, N> minus(Expression<E, N> operand) {
        return new IntegerTerm<>(new Arithmetic<>(this, Arithmetic.Operator.MINUS, operand));
    }

    /** The product with a value. */
    default IntegerExpression<E, N> times(N operand) {
        return new IntegerTerm<>(Arithmetic.of(this, Arithmetic.Operator.TIMES, operand));
    }

    /** The product with another expression of the same row. */
    default IntegerExpression<E, N> times(Expression<E, N> operand) {
        return new IntegerTerm<>(new Arithmetic<>(this, Arithmetic.Operator.TIMES, operand));
    }

    /** The quotient by a value; whole numbers are truncated towards zero, 0 is an error of the server. */
    default IntegerExpression<E, N> dividedBy(N operand) {
        return new IntegerTerm<>(Arithmetic.of(this, Arithmetic.Operator.DIVIDED_BY, operand));
    }

    /** The quotient by another expression of the same row. */
    default IntegerExpression<E, N> dividedBy(Expression<E, N> operand) {
        return new IntegerTerm<>(new Arithmetic<>(this, Arithmetic.Operator.DIVIDED_BY, operand));
    }

    /** The sum of a group's values, which does not overflow; NULL without any. */
    default DecimalExpression<Grouped<E>, Long> sum() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.SUM, this, ColumnTypes.LONG));
    }

    /** The mean of a group's values; NULL without any. */
    default DecimalExpression<Grouped<E>, BigDecimal> avg() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.AVG, this, ColumnTypes.BIG_DECIMAL));
    }

    @Override
    default IntegerExpression<Grouped<E>, N> min() {
        return new IntegerTerm<>(Aggregate.of(Aggregate.Function.MIN, this, type()));
    }

    @Override
    default IntegerExpression<Grouped<E>, N> max() {
        return new IntegerTerm<>(Aggregate.of(Aggregate.Function.MAX, this, type()));
    }

    @Override
    default IntegerExpression<Grouped<E>, N> key() {
        return new IntegerTerm<>(new GroupKey<>(this));
    }

    @Override
    default IntegerExpression<E, N> orElse(N value) {
        return new IntegerTerm<>(Operands.coalesced(this, value));
    }

    @Override
    default IntegerExpression<E, N> when(Condition<E> condition) {
        return new IntegerTerm<>(new Conditional<>(condition, this));
    }
}
