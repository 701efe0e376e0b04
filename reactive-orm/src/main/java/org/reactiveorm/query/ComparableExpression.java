package org.reactiveorm.query;

/**
 * An expression whose values have an order.
 *
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public sealed interface ComparableExpression<E, T> extends Expression<E, T>
        permits ComparableColumn, ComparableTerm, NumberExpression, TextExpression, TimeExpression {

    /** Greater than the value. */
    default Condition<E> gt(T value) {
        return new Comparison<>(this, Comparison.Operator.GT, Literal.operand(this, value));
    }

    /** Greater than another expression of the same row. */
    default Condition<E> gt(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.GT, other);
    }

    /** Greater than or equal to the value. */
    default Condition<E> gte(T value) {
        return new Comparison<>(this, Comparison.Operator.GTE, Literal.operand(this, value));
    }

    /** Greater than or equal to another expression of the same row. */
    default Condition<E> gte(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.GTE, other);
    }

    /** Less than the value. */
    default Condition<E> lt(T value) {
        return new Comparison<>(this, Comparison.Operator.LT, Literal.operand(this, value));
    }

    /** Less than another expression of the same row. */
    default Condition<E> lt(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.LT, other);
    }

    /** Less than or equal to the value. */
    default Condition<E> lte(T value) {
        return new Comparison<>(this, Comparison.Operator.LTE, Literal.operand(this, value));
    }

    /** Less than or equal to another expression of the same row. */
    default Condition<E> lte(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.LTE, other);
    }

    /** From {@code low} to {@code high}, both included. */
    default Condition<E> between(T low, T high) {
        return gte(low).and(lte(high));
    }

    /** From one expression to another of the same row, both included. */
    default Condition<E> between(Expression<E, T> low, Expression<E, T> high) {
        return gte(low).and(lte(high));
    }

    /** The smallest of a group's values; NULL without any. */
    default ComparableExpression<Grouped<E>, T> min() {
        return new ComparableTerm<>(Aggregate.extreme(Aggregate.Function.MIN, this));
    }

    /** The largest of a group's values; NULL without any. */
    default ComparableExpression<Grouped<E>, T> max() {
        return new ComparableTerm<>(Aggregate.extreme(Aggregate.Function.MAX, this));
    }

    @Override
    default ComparableExpression<Grouped<E>, T> key() {
        return new ComparableTerm<>(new GroupKey<>(this));
    }

    @Override
    default ComparableExpression<E, T> orElse(T value) {
        return new ComparableTerm<>(Operands.coalesced(this, value));
    }

    @Override
    default ComparableExpression<E, T> when(Condition<E> condition) {
        return new ComparableTerm<>(new Conditional<>(condition, this));
    }
}
