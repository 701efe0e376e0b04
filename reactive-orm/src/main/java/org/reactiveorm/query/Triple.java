package org.reactiveorm.query;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Three expressions of a row that are compared together, from left to right: the first pair of values that differs decides. An
 * index on the same columns serves the comparison.
 *
 * @param first what is compared first
 * @param second what is compared next
 * @param third what is compared last
 * @param <E> the entity
 * @param <A> the Java type of the first value
 * @param <B> the Java type of the second value
 * @param <C> the Java type of the third value
 */
public record Triple<E, A, B, C>(Expression<E, A> first, Expression<E, B> second, Expression<E, C> third) {

    /**
     * Refuses null.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an expression is null
     */
    public Triple {
        for (Object each : new Object[] {first, second, third}) {
            InvalidQueryException.requireGiven(
                    each, "An expression to compare is null. Give columns like USER.username.");
        }
    }

    /** These three. */
    public static <E, A, B, C> Triple<E, A, B, C> of(
            Expression<E, A> first, Expression<E, B> second, Expression<E, C> third) {
        return new Triple<>(first, second, third);
    }

    /** Equal. */
    public Condition<E> eq(A firstValue, B secondValue, C thirdValue) {
        return compared(Comparison.Operator.EQ, firstValue, secondValue, thirdValue);
    }

    /** Greater. */
    public Condition<E> gt(A firstValue, B secondValue, C thirdValue) {
        return compared(Comparison.Operator.GT, firstValue, secondValue, thirdValue);
    }

    /** Greater or equal. */
    public Condition<E> gte(A firstValue, B secondValue, C thirdValue) {
        return compared(Comparison.Operator.GTE, firstValue, secondValue, thirdValue);
    }

    /** Less. */
    public Condition<E> lt(A firstValue, B secondValue, C thirdValue) {
        return compared(Comparison.Operator.LT, firstValue, secondValue, thirdValue);
    }

    /** Less or equal. */
    public Condition<E> lte(A firstValue, B secondValue, C thirdValue) {
        return compared(Comparison.Operator.LTE, firstValue, secondValue, thirdValue);
    }

    /**
     * Equal to one of the triples that are taken out of {@code rows}, of none: false. Any number of them is three parameters.
     *
     * @throws InvalidQueryException if the rows or a value are null
     */
    public <V> Condition<E> in(
            Collection<? extends V> rows,
            Function<? super V, ? extends A> firstValue,
            Function<? super V, ? extends B> secondValue,
            Function<? super V, ? extends C> thirdValue) {
        return RowMembership.of(
                rows,
                List.of(
                        new RowMembership.Part<>(first, firstValue),
                        new RowMembership.Part<>(second, secondValue),
                        new RowMembership.Part<>(third, thirdValue)));
    }

    private Condition<E> compared(Comparison.Operator operator, A firstValue, B secondValue, C thirdValue) {
        return new RowComparison<>(
                List.of(first, second, third),
                operator,
                List.of(
                        Literal.operand(first, firstValue),
                        Literal.operand(second, secondValue),
                        Literal.operand(third, thirdValue)));
    }
}
