package org.reactiveorm.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.reactiveorm.query.ArrayColumn;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.TextExpression;

/** Makes conditions and the values that they compare, the same for the same seed. */
final class RandomConditions {

    private final Random random;

    RandomConditions(Random random) {
        this.random = random;
    }

    /** A condition that goes through up to so many relations, and is nested as deep. */
    <E> Twin<E, E> condition(Vocabulary<E> of, int depth) {
        if (depth == 0) {
            return compared(of, column(of));
        }
        return switch (random.nextInt(8)) {
            case 0 -> condition(of, depth - 1).not();
            case 1 -> Twin.all(conditions(of, depth - 1));
            case 2 -> Twin.any(conditions(of, depth - 1));
            case 3 -> Twin.none(conditions(of, depth - 1));
            case 4 -> of.toManys().isEmpty() ? condition(of, 0) : ofSome(pick(of.toManys()), depth - 1);
            case 5 -> of.toOnes().isEmpty() ? condition(of, 0) : ofOne(pick(of.toOnes()), depth - 1);
            default -> compared(of, value(of, depth));
        };
    }

    private <E> List<Twin<E, E>> conditions(Vocabulary<E> of, int depth) {
        List<Twin<E, E>> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(condition(of, depth));
        }
        return parts;
    }

    private <E, C> Twin<E, E> ofSome(ToManyTwin<E, C> relation, int depth) {
        return pick(relation.conditions(condition(relation.target().get(), depth)));
    }

    private <E, C> Twin<E, E> ofOne(ToOneTwin<E, C> relation, int depth) {
        return pick(relation.conditions(condition(relation.target().get(), depth)));
    }

    /** A column, or what is read or computed through up to so many relations. */
    <E> Value<E, E, ?> value(Vocabulary<E> of, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1 && !of.toOnes().isEmpty()) {
            return got(pick(of.toOnes()), depth - 1);
        } else if (kind == 2 && !of.toManys().isEmpty()) {
            return aggregated(pick(of.toManys()), depth - 1);
        }
        return column(of);
    }

    private <E> Value<E, E, ?> column(Vocabulary<E> of) {
        return pick(of.values());
    }

    private <E, C> Value<E, E, ?> got(ToOneTwin<E, C> relation, int depth) {
        return relation.get(value(relation.target().get(), depth));
    }

    private <E, C> Value<E, E, ?> aggregated(ToManyTwin<E, C> relation, int depth) {
        Vocabulary<C> target = relation.target().get();
        Twin<C, C> filter = random.nextBoolean()
                ? new Twin<>(Condition.always(), row -> ThreeValued.TRUE)
                : condition(target, Math.min(depth, 1));
        return random.nextInt(4) == 0 ? relation.count(filter) : relation.aggregate(total(target, depth), filter);
    }

    /** Something that is computed from a group of rows. */
    <E> Value<Grouped<E>, List<E>, ?> total(Vocabulary<E> of, int depth) {
        return random.nextInt(6) == 0
                ? pick(Totals.ofRows(of.rows().entity(), condition(of, depth)))
                : pick(Totals.of(value(of, depth)));
    }

    private <E, T> Twin<E, E> compared(Vocabulary<E> of, Value<E, E, T> value) {
        List<Value<E, E, T>> others = comparable(of, value);
        return !others.isEmpty() && random.nextInt(5) == 0
                ? pick(Comparisons.withAnother(value, pick(others)))
                : compared(value);
    }

    /** The value compared with one of its domain. */
    @SuppressWarnings("unchecked") // the expression tells the type of its values
    <E, R, T> Twin<E, R> compared(Value<E, R, T> value) {
        Domain<T> domain = value.domain();
        boolean isSpecial = random.nextBoolean();
        if (isSpecial && value.expression() instanceof TextExpression<?>) {
            Value<E, R, String> text = (Value<E, R, String>) value;
            return random.nextBoolean()
                    ? pick(Texts.literally(text, Domain.TEXT.sample(random)))
                    : pick(Texts.byPattern(text));
        } else if (isSpecial && value.expression() instanceof ArrayColumn<?, ?>) {
            return elements((Value<E, R, List<Object>>) value);
        }
        return switch (random.nextInt(5)) {
            case 0 -> pick(Comparisons.withNull(value));
            case 1 -> pick(Comparisons.withOperands(value, samples(domain)));
            default -> pick(Comparisons.withOperand(value, domain.sample(random)));
        };
    }

    private <E, R, T> Twin<E, R> elements(Value<E, R, List<T>> array) {
        List<T> elements = array.domain().sample(random);
        return pick(elements.isEmpty() ? Lists.withNothing(array) : Lists.withElements(array, elements));
    }

    private <T> List<T> samples(Domain<T> domain) {
        List<T> samples = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            samples.add(domain.sample(random));
        }
        return samples;
    }

    @SuppressWarnings("unchecked") // a domain is of one type
    private static <E, T> List<Value<E, E, T>> comparable(Vocabulary<E> of, Value<E, E, T> value) {
        return of.values().stream()
                .filter(other -> other.domain() == value.domain())
                .map(other -> (Value<E, E, T>) other)
                .toList();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
