package org.reactiveorm.twin;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactiveorm.model.Many;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.ToManyRelation;

/**
 * A relation to any number of rows, and these rows in memory.
 *
 * @param relation what PostgreSQL follows
 * @param inMemory the rows that it ought to find, in any order
 * @param loaded what an include has put into a row
 * @param target the related entity
 */
record ToManyTwin<E, C>(
        ToManyRelation<E, C, ?> relation,
        Function<E, List<C>> inMemory,
        Function<E, Many<C>> loaded,
        Supplier<Vocabulary<C>> target) {

    /** Every way to ask for the related rows. */
    List<Twin<E, E>> conditions(Twin<C, C> inner) {
        Twin<C, C> violated = inner.not();
        return List.of(
                new Twin<>(relation.some(inner.condition()), row -> ThreeValued.of(isFound(row, inner))),
                new Twin<>(relation.none(inner.condition()), row -> ThreeValued.of(!isFound(row, inner))),
                new Twin<>(relation.every(inner.condition()), row -> ThreeValued.of(!isFound(row, violated))));
    }

    private boolean isFound(E row, Twin<C, C> inner) {
        return !inner.matching(inMemory.apply(row)).isEmpty();
    }

    /** How many related rows there are. */
    Value<E, E, Long> count(Twin<C, C> inner) {
        return new Value<>(
                relation.count(inner.condition()),
                row -> (long) inner.matching(inMemory.apply(row)).size(),
                Domain.BIG);
    }

    /** What is computed from the related rows. */
    <T> Value<E, E, T> aggregate(Value<Grouped<C>, List<C>, T> total, Twin<C, C> inner) {
        return new Value<>(
                Families.aggregate(relation, total.expression(), inner.condition()),
                row -> total.of(inner.matching(inMemory.apply(row))),
                total.domain());
    }
}
