package org.reactiveorm.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.ComparableExpression;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Expression;

/** Every way to compare a value of any type. */
final class Comparisons {

    private Comparisons() {}

    /** With a value that is given. */
    static <E, R, T> List<Twin<E, R>> withOperand(Value<E, R, T> left, T operand) {
        Expression<E, T> value = left.expression();
        Predicate<T> equal = each -> left.domain().areEqual(each, operand);
        List<Twin<E, R>> twins = new ArrayList<>(List.of(
                lifted(value.eq(operand), left, equal),
                lifted(value.ne(operand), left, equal.negate()),
                nullSafe(value.isDistinctFrom(operand), left, each -> each == null || !equal.test(each)),
                nullSafe(value.isNotDistinctFrom(operand), left, each -> each != null && equal.test(each))));
        if (value instanceof ComparableExpression<E, T> comparable) {
            twins.add(ordered(comparable.gt(operand), left, operand, compared -> compared > 0));
            twins.add(ordered(comparable.gte(operand), left, operand, compared -> compared >= 0));
            twins.add(ordered(comparable.lt(operand), left, operand, compared -> compared < 0));
            twins.add(ordered(comparable.lte(operand), left, operand, compared -> compared <= 0));
        }
        return twins;
    }

    /** With another value of the same row. */
    static <E, R, T> List<Twin<E, R>> withAnother(Value<E, R, T> left, Value<E, R, T> right) {
        Expression<E, T> value = left.expression();
        Expression<E, T> other = right.expression();
        BiPredicate<T, T> equal = left.domain()::areEqual;
        List<Twin<E, R>> twins = new ArrayList<>(List.of(
                lifted(value.eq(other), left, right, equal),
                lifted(value.ne(other), left, right, equal.negate()),
                new Twin<>(value.isDistinctFrom(other), row -> ThreeValued.of(!areSame(left, right, row))),
                new Twin<>(value.isNotDistinctFrom(other), row -> ThreeValued.of(areSame(left, right, row)))));
        if (value instanceof ComparableExpression<E, T> comparable) {
            twins.add(ordered(comparable.gt(other), left, right, compared -> compared > 0));
            twins.add(ordered(comparable.gte(other), left, right, compared -> compared >= 0));
            twins.add(ordered(comparable.lt(other), left, right, compared -> compared < 0));
            twins.add(ordered(comparable.lte(other), left, right, compared -> compared <= 0));
        }
        return twins;
    }

    /** Between two values of the same row. */
    static <E, R, T> List<Twin<E, R>> between(Value<E, R, T> left, Value<E, R, T> low, Value<E, R, T> high) {
        if (!(left.expression() instanceof ComparableExpression<E, T> comparable)) {
            return List.of();
        }
        Condition<E> condition = comparable.between(low.expression(), high.expression());
        Function<R, ThreeValued> notBelow =
                ordered(condition, left, low, compared -> compared >= 0).truth();
        Function<R, ThreeValued> notAbove =
                ordered(condition, left, high, compared -> compared <= 0).truth();
        return List.of(
                new Twin<>(condition, row -> ThreeValued.all(List.of(notBelow.apply(row), notAbove.apply(row)))));
    }

    /** With none, one or many values that are given. */
    static <E, R, T> List<Twin<E, R>> withOperands(Value<E, R, T> left, List<T> operands) {
        Expression<E, T> value = left.expression();
        Predicate<T> isOne =
                each -> operands.stream().anyMatch(operand -> left.domain().areEqual(each, operand));
        List<Twin<E, R>> twins = new ArrayList<>();
        if (operands.isEmpty()) {
            twins.add(new Twin<>(value.in(operands), row -> ThreeValued.FALSE));
            twins.add(new Twin<>(value.notIn(operands), row -> ThreeValued.TRUE));
            return twins;
        }
        twins.add(lifted(value.in(operands), left, isOne));
        twins.add(lifted(value.notIn(operands), left, isOne.negate()));
        if (value instanceof ComparableExpression<E, T> comparable) {
            T low = operands.get(0);
            T high = operands.get(operands.size() - 1);
            twins.add(lifted(
                    comparable.between(low, high),
                    left,
                    each -> left.domain().order().compare(each, low) >= 0
                            && left.domain().order().compare(each, high) <= 0));
        }
        return twins;
    }

    /** With nothing. */
    static <E, R, T> List<Twin<E, R>> withNull(Value<E, R, T> left) {
        return List.of(
                nullSafe(left.expression().isNull(), left, each -> each == null),
                nullSafe(left.expression().isNotNull(), left, each -> each != null));
    }

    /** A condition that is unknown where the value is NULL. */
    static <E, R, T> Twin<E, R> lifted(Condition<E> condition, Value<E, R, T> left, Predicate<T> test) {
        return new Twin<>(condition, row -> {
            T value = left.of(row);
            return value == null ? ThreeValued.UNKNOWN : ThreeValued.of(test.test(value));
        });
    }

    /** A condition that is unknown where one of the values is NULL. */
    static <E, R, T, U> Twin<E, R> lifted(
            Condition<E> condition, Value<E, R, T> left, Value<E, R, U> right, BiPredicate<T, U> test) {
        return new Twin<>(condition, row -> {
            T value = left.of(row);
            U other = right.of(row);
            return value == null || other == null ? ThreeValued.UNKNOWN : ThreeValued.of(test.test(value, other));
        });
    }

    private static <E, R, T> Twin<E, R> nullSafe(
            Condition<E> condition, Value<E, R, T> left, Predicate<@Nullable T> test) {
        return new Twin<>(condition, row -> ThreeValued.of(test.test(left.of(row))));
    }

    private static <E, R, T> Twin<E, R> ordered(
            Condition<E> condition, Value<E, R, T> left, T operand, IntPredicate test) {
        return lifted(condition, left, value -> test.test(left.domain().order().compare(value, operand)));
    }

    private static <E, R, T> Twin<E, R> ordered(
            Condition<E> condition, Value<E, R, T> left, Value<E, R, T> right, IntPredicate test) {
        return lifted(
                condition,
                left,
                right,
                (value, other) -> test.test(left.domain().order().compare(value, other)));
    }

    private static <R, T> boolean areSame(Value<?, R, T> left, Value<?, R, T> right, R row) {
        T value = left.of(row);
        T other = right.of(row);
        return value == null || other == null ? value == other : left.domain().areEqual(value, other);
    }
}
