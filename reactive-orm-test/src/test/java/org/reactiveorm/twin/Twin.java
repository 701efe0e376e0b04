package org.reactiveorm.twin;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.reactiveorm.query.Condition;

/**
 * A condition, and what it is for a row in memory.
 *
 * @param condition what PostgreSQL is asked
 * @param truth what the answer ought to be
 * @param <E> the entity, or a group of it
 * @param <R> what stands for a row in memory: the entity, for a group the list of its rows
 */
record Twin<E, R>(Condition<E> condition, Function<R, ThreeValued> truth) {

    Twin<E, R> not() {
        return new Twin<>(condition.not(), row -> truth.apply(row).not());
    }

    static <E, R> Twin<E, R> all(List<Twin<E, R>> parts) {
        return new Twin<>(Condition.all(conditions(parts)), row -> ThreeValued.all(truths(parts, row)));
    }

    static <E, R> Twin<E, R> any(List<Twin<E, R>> parts) {
        return new Twin<>(Condition.any(conditions(parts)), row -> ThreeValued.any(truths(parts, row)));
    }

    static <E, R> Twin<E, R> none(List<Twin<E, R>> parts) {
        return new Twin<>(
                Condition.none(conditions(parts)),
                row -> ThreeValued.any(truths(parts, row)).not());
    }

    /** The rows that a query with this condition finds. */
    List<R> matching(Collection<R> rows) {
        return rows.stream().filter(this::holds).toList();
    }

    boolean holds(R row) {
        return truth.apply(row) == ThreeValued.TRUE;
    }

    private static <E, R> List<Condition<E>> conditions(List<Twin<E, R>> parts) {
        return parts.stream().<Condition<E>>map(Twin::condition).toList();
    }

    private static <E, R> List<ThreeValued> truths(List<Twin<E, R>> parts, R row) {
        return parts.stream().map(part -> part.truth().apply(row)).toList();
    }
}
