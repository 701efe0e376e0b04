package org.reactiveorm.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.ComparableExpression;
import org.reactiveorm.query.DecimalExpression;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.FloatExpression;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.IntegerExpression;
import org.reactiveorm.query.TextExpression;

/** Everything that is computed from the rows of a group. */
final class Totals {

    /** PostgreSQL divides to sixteen digits at least; how many more there are is its own affair. */
    private static final Domain<BigDecimal> MEAN =
            new Domain<>(Comparator.comparing(mean -> mean.round(new MathContext(15))), Domain.DECIMAL.samples());

    private static final Domain<Double> REAL_MEAN = new Domain<>(Domain.REAL.order(), Domain.REAL.samples());

    private Totals() {}

    /** The number of rows, and of those for which a condition holds. */
    static <E> List<Value<Grouped<E>, List<E>, ?>> ofRows(EntityRef<E, ?> entity, Twin<E, E> condition) {
        return List.of(
                new Value<>(entity.count(), group -> (long) group.size(), Domain.BIG),
                new Value<>(
                        entity.count(condition.condition()),
                        group -> (long) condition.matching(group).size(),
                        Domain.BIG));
    }

    /** Every total that values of this type have. */
    @SuppressWarnings("unchecked") // the expression tells the type of its values
    static <E, T> List<Value<Grouped<E>, List<E>, ?>> of(Value<E, E, T> value) {
        List<Value<Grouped<E>, List<E>, ?>> totals = new ArrayList<>(List.of(
                new Value<>(
                        value.expression().count(),
                        group -> (long) present(value, group).size(),
                        Domain.BIG),
                new Value<>(
                        value.expression().countDistinct(),
                        group -> (long) distinct(value, group).size(),
                        Domain.BIG)));
        if (value.expression() instanceof ComparableExpression<E, T> comparable) {
            totals.add(least(value, comparable));
            totals.add(new Value<>(
                    comparable.max(),
                    group -> present(value, group).stream()
                            .max(value.domain().order())
                            .orElse(null),
                    value.domain()));
        }
        if (value.domain() == MEAN || value.domain() == REAL_MEAN) {
            return totals; // the sum of rounded values is no exact one
        } else if (value.expression() instanceof IntegerExpression<?, ?> whole) {
            totals.addAll(ofIntegers((Value<E, E, ? extends Number>) value, (IntegerExpression<E, ?>) whole));
        } else if (value.expression() instanceof DecimalExpression<?, ?> decimal) {
            totals.addAll(ofDecimals((Value<E, E, ? extends Number>) value, (DecimalExpression<E, ?>) decimal));
        } else if (value.expression() instanceof FloatExpression<?, ?> real) {
            totals.addAll(ofReals((Value<E, E, ? extends Number>) value, (FloatExpression<E, ?>) real));
        }
        return totals;
    }

    private static <E, T> Value<Grouped<E>, List<E>, T> least(
            Value<E, E, T> value, ComparableExpression<E, T> expression) {
        return new Value<>(
                expression.min(),
                group -> present(value, group).stream()
                        .min(value.domain().order())
                        .orElse(null),
                value.domain());
    }

    /** The texts of a group one after the other, in the order of their keys. */
    static <E> Value<Grouped<E>, List<E>, String> joined(Value<E, E, String> text, Value<E, E, ?> key) {
        return new Value<>(
                ((TextExpression<E>) text.expression())
                        .joined("|", key.expression().asc()),
                group -> {
                    List<String> texts = present(
                            text, group.stream().sorted(key.ascending(false)).toList());
                    return texts.isEmpty() ? null : String.join("|", texts);
                },
                Domain.TEXT);
    }

    private static <E> List<Value<Grouped<E>, List<E>, ?>> ofIntegers(
            Value<E, E, ? extends Number> value, IntegerExpression<E, ?> expression) {
        return List.of(
                new Value<>(
                        expression.sum(),
                        group -> folded(value, group, number -> number.longValue(), Math::addExact),
                        Domain.BIG),
                new Value<>(expression.avg(), group -> mean(value, group), MEAN));
    }

    private static <E> List<Value<Grouped<E>, List<E>, ?>> ofDecimals(
            Value<E, E, ? extends Number> value, DecimalExpression<E, ?> expression) {
        return List.of(
                new Value<>(
                        expression.sum(),
                        group -> folded(value, group, Totals::decimal, BigDecimal::add),
                        Domain.DECIMAL),
                new Value<>(expression.avg(), group -> mean(value, group), MEAN));
    }

    private static <E> List<Value<Grouped<E>, List<E>, ?>> ofReals(
            Value<E, E, ? extends Number> value, FloatExpression<E, ?> expression) {
        return List.of(
                new Value<>(expression.sum(), group -> sum(value, group), Domain.REAL),
                new Value<>(
                        expression.avg(),
                        group -> {
                            Double sum = sum(value, group);
                            return sum == null
                                    ? null
                                    : (Double) (sum / present(value, group).size());
                        },
                        REAL_MEAN));
    }

    private static <E> @Nullable Double sum(Value<E, E, ? extends Number> value, List<E> group) {
        return folded(value, group, number -> number.doubleValue(), Double::sum);
    }

    private static <E> @Nullable BigDecimal mean(Value<E, E, ? extends Number> value, List<E> group) {
        BigDecimal sum = folded(value, group, Totals::decimal, BigDecimal::add);
        return sum == null
                ? null
                : sum.divide(new BigDecimal(present(value, group).size()), MathContext.DECIMAL128);
    }

    private static <E, T, S> @Nullable S folded(
            Value<E, E, T> value, List<E> group, Function<T, S> as, BinaryOperator<S> plus) {
        return present(value, group).stream().map(as).reduce(plus).orElse(null);
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static <E, T> List<T> present(Value<E, E, T> value, List<E> group) {
        return group.stream().map(value::of).filter(Objects::nonNull).toList();
    }

    private static <E, T> TreeSet<T> distinct(Value<E, E, T> value, List<E> group) {
        TreeSet<T> distinct = new TreeSet<>(value.domain().order());
        distinct.addAll(present(value, group));
        return distinct;
    }
}
