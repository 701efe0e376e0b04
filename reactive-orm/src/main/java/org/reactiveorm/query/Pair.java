package org.reactiveorm.query;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Two expressions of a row that are compared together, from left to right: the first pair of values that differs decides. An
 * index on the same columns serves the comparison.
 *
 * @param first what is compared first
 * @param second what is compared next
 * @param <E> the entity
 * @param <A> the Java type of the first value
 * @param <B> the Java type of the second value
 */
public record Pair<E, A, B>(Expression<E, A> first, Expression<E, B> second) {

    /**
     * Refuses null.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an expression is null
     */
    public Pair {
        for (Object each : new Object[] {first, second}) {
            InvalidQueryException.requireGiven(
                    each, "An expression to compare is null. Give columns like USER.username.");
        }
    }

    /** These two. */
    public static <E, A, B> Pair<E, A, B> of(Expression<E, A> first, Expression<E, B> second) {
        return new Pair<>(first, second);
    }

    /** Equal. */
    public Condition<E> eq(A firstValue, B secondValue) {
        return compared(Comparison.Operator.EQ, firstValue, secondValue);
    }

    /** Greater. */
    public Condition<E> gt(A firstValue, B secondValue) {
        return compared(Comparison.Operator.GT, firstValue, secondValue);
    }

    /** Greater or equal. */
    public Condition<E> gte(A firstValue, B secondValue) {
        return compared(Comparison.Operator.GTE, firstValue, secondValue);
    }

    /** Less. */
    public Condition<E> lt(A firstValue, B secondValue) {
        return compared(Comparison.Operator.LT, firstValue, secondValue);
    }

    /** Less or equal. */
    public Condition<E> lte(A firstValue, B secondValue) {
        return compared(Comparison.Operator.LTE, firstValue, secondValue);
    }

    /**
     * Equal to one of the pairs that are taken out of {@code rows}: {@code in(seats, Seat::row, Seat::number)}. Of none: false. Any
     * number of them is two parameters.
     *
     * @throws InvalidQueryException if the rows or a value are null
     */
    public <V> Condition<E> in(
            Collection<? extends V> rows,
            Function<? super V, ? extends A> firstValue,
            Function<? super V, ? extends B> secondValue) {
        return RowMembership.of(
                rows,
                List.of(new RowMembership.Part<>(first, firstValue), new RowMembership.Part<>(second, secondValue)));
    }

    private Condition<E> compared(Comparison.Operator operator, A firstValue, B secondValue) {
        return new RowComparison<>(
                List.of(first, second),
                operator,
                List.of(Literal.operand(first, firstValue), Literal.operand(second, secondValue)));
    }
}
