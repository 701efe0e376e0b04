package org.reactiveorm.twin;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.One;
import org.reactiveorm.query.ToOneRelation;

/**
 * A relation to at most one row, and that row in memory.
 *
 * @param relation what PostgreSQL follows
 * @param inMemory the row that it ought to find
 * @param hasKey whether the row has what the other one is looked up by
 * @param loaded what an include has put into a row
 * @param target the related entity
 */
record ToOneTwin<E, C>(
        ToOneRelation<E, C, ?> relation,
        Function<E, @Nullable C> inMemory,
        Predicate<E> hasKey,
        Function<E, One<C>> loaded,
        Supplier<Vocabulary<C>> target) {

    /** A value of the related row, NULL where there is none. */
    <T> Value<E, E, T> get(Value<C, C, T> value) {
        return new Value<>(
                Families.get(relation, value.expression()),
                row -> {
                    C related = inMemory.apply(row);
                    return related == null ? null : value.of(related);
                },
                value.domain());
    }

    /** Every way to ask for the related row. */
    List<Twin<E, E>> conditions(Twin<C, C> inner) {
        return List.of(
                new Twin<>(relation.is(inner.condition()), row -> ThreeValued.of(isFound(row, inner))),
                new Twin<>(relation.isNot(inner.condition()), row -> ThreeValued.of(!isFound(row, inner))),
                new Twin<>(relation.isNull(), row -> ThreeValued.of(inMemory.apply(row) == null)),
                new Twin<>(relation.isNotNull(), row -> ThreeValued.of(inMemory.apply(row) != null)));
    }

    private boolean isFound(E row, Twin<C, C> inner) {
        C related = inMemory.apply(row);
        return related != null && inner.holds(related);
    }
}
