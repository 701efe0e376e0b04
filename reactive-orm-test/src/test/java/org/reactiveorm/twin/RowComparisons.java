package org.reactiveorm.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Pair;
import org.reactiveorm.query.Triple;

/**
 * Two or three values as one: equal if all are, unknown if one is unknown and none differs; the first that is not equal decides
 * which is greater, and if it is NULL nothing is known (PostgreSQL, chapter 9.25.5).
 */
final class RowComparisons {

    private RowComparisons() {}

    static <E, R, A, B> List<Twin<E, R>> ofTwo(Value<E, R, A> first, Value<E, R, B> second) {
        Pair<E, A, B> pair = Pair.of(first.expression(), second.expression());
        List<Twin<E, R>> twins = new ArrayList<>();
        for (A a : some(first)) {
            B b = second.domain().samples().get(2);
            Compared<R> compared = row -> signs(sign(first, row, a), sign(second, row, b));
            twins.addAll(compared.twins(
                    List.of(pair.eq(a, b), pair.gt(a, b), pair.gte(a, b), pair.lt(a, b), pair.lte(a, b))));
        }
        twins.add(among(first, second));
        return twins;
    }

    private static <E, R, A, B> Twin<E, R> among(Value<E, R, A> first, Value<E, R, B> second) {
        List<A> as = some(first);
        List<B> bs = some(second);
        List<Map.Entry<A, B>> rows = IntStream.range(0, Math.min(as.size(), bs.size()))
                .mapToObj(i -> Map.entry(as.get(i), bs.get(i)))
                .toList();
        return new Twin<>(
                Pair.of(first.expression(), second.expression()).in(rows, Map.Entry::getKey, Map.Entry::getValue),
                row -> ThreeValued.any(rows.stream()
                        .map(each -> equal(signs(sign(first, row, each.getKey()), sign(second, row, each.getValue()))))
                        .toList()));
    }

    private static ThreeValued equal(List<@Nullable Integer> signs) {
        return ThreeValued.all(signs.stream()
                .map(sign -> ThreeValued.of(sign == null ? null : (Boolean) (sign == 0)))
                .toList());
    }

    static <E, R, A, B, C> List<Twin<E, R>> ofThree(Value<E, R, A> first, Value<E, R, B> second, Value<E, R, C> third) {
        Triple<E, A, B, C> triple = Triple.of(first.expression(), second.expression(), third.expression());
        List<Twin<E, R>> twins = new ArrayList<>();
        A a = first.domain().samples().get(2);
        C c = third.domain().samples().get(2);
        for (B b : some(second)) {
            Compared<R> compared = row -> signs(sign(first, row, a), sign(second, row, b), sign(third, row, c));
            twins.addAll(compared.twins(List.of(
                    triple.eq(a, b, c),
                    triple.gt(a, b, c),
                    triple.gte(a, b, c),
                    triple.lt(a, b, c),
                    triple.lte(a, b, c))));
        }
        return twins;
    }

    /** The first samples; of a flag there are two. */
    private static <T> List<T> some(Value<?, ?, T> value) {
        return value.domain().samples().stream().limit(4).toList();
    }

    private static <R, T> @Nullable Integer sign(Value<?, R, T> value, R row, T operand) {
        T given = value.of(row);
        return given == null ? null : (Integer) value.domain().order().compare(given, operand);
    }

    private static List<@Nullable Integer> signs(@Nullable Integer... signs) {
        return Arrays.asList(signs);
    }

    /** For a row how each of its values compares with its operand, null for unknown. */
    private interface Compared<R> extends Function<R, List<@Nullable Integer>> {

        /** The twins of eq, gt, gte, lt and lte. */
        default <E> List<Twin<E, R>> twins(List<Condition<E>> conditions) {
            return List.of(
                    new Twin<>(conditions.get(0), row -> equal(apply(row))),
                    ordered(conditions.get(1), sign -> sign > 0),
                    ordered(conditions.get(2), sign -> sign >= 0),
                    ordered(conditions.get(3), sign -> sign < 0),
                    ordered(conditions.get(4), sign -> sign <= 0));
        }

        private <E> Twin<E, R> ordered(Condition<E> condition, IntPredicate test) {
            return new Twin<>(condition, row -> {
                for (Integer sign : apply(row)) {
                    if (sign == null || sign != 0) {
                        return ThreeValued.of(sign == null ? null : (Boolean) test.test(sign));
                    }
                }
                return ThreeValued.of(test.test(0));
            });
        }
    }
}
