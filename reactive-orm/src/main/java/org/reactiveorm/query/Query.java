package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;

/**
 * Which entities are read, in which order, with which relations.
 *
 * @param entity the entity
 * @param where which rows
 * @param distinct which of them count as the same
 * @param orderBy the terms of the order, most significant first
 * @param window which part of the ordered rows
 * @param lock how the rows are locked, or null
 * @param includes the relations that are loaded with them
 * @param <E> the entity
 */
public record Query<E>(
        EntityModel<E> entity,
        Condition<E> where,
        Distinct<E> distinct,
        List<Order<E>> orderBy,
        Window window,
        @Nullable Lock lock,
        List<Include<E, ?>> includes) {

    /**
     * Keeps its own copies.
     *
     * @throws InvalidQueryException if rows are locked that cannot be told from each other
     */
    public Query {
        orderBy = List.copyOf(orderBy);
        includes = List.copyOf(includes);
        if (lock != null && distinct.isDistinct()) {
            throw new InvalidQueryException(
                    "Rows of %s are locked, but of equal ones only one is read. Leave out distinct(), distinctOn(…) or the lock."
                            .formatted(entity.name()),
                    ErrorContext.of(entity.name()));
        }
    }

    /** All rows of the entity. */
    public static <E> Query<E> of(EntityModel<E> entity) {
        return new Query<>(entity, Condition.always(), Distinct.none(), List.of(), Window.all(), null, List.of());
    }

    /** The same, restricted further. */
    public Query<E> and(Condition<E> condition) {
        return new Query<>(entity, where.and(condition), distinct, orderBy, window, lock, includes);
    }

    /**
     * The same without rows that equal another one.
     *
     * @throws InvalidQueryException if they are told apart otherwise already
     */
    public Query<E> distinct(Distinct<E> other) {
        if (distinct.isDistinct() && other.isDistinct() && !distinct.equals(other)) {
            throw new InvalidQueryException(
                    "Rows of %s are told apart in two ways. Call either distinct() or distinctOn(…), with all expressions at once."
                            .formatted(entity.name()),
                    ErrorContext.of(entity.name()));
        }
        return new Query<>(entity, where, other, orderBy, window, lock, includes);
    }

    /**
     * The same, with less significant terms of order added.
     *
     * @throws InvalidQueryException if one is null
     */
    @SafeVarargs
    public final Query<E> thenBy(Order<E>... terms) {
        return ordered(concat(orderBy, Operands.allGiven(terms, "A term of the order is null. Leave it out.")));
    }

    /** The same in another order. */
    public Query<E> ordered(List<Order<E>> terms) {
        return new Query<>(entity, where, distinct, terms, window, lock, includes);
    }

    /** The same with another window. */
    public Query<E> within(Window other) {
        return new Query<>(entity, where, distinct, orderBy, other, lock, includes);
    }

    /** The same with its rows locked. */
    public Query<E> locked(Lock other) {
        return new Query<>(entity, where, distinct, orderBy, window, other, includes);
    }

    /**
     * The same with another way to deal with rows that somebody else has locked.
     *
     * @throws InvalidQueryException if rows are not locked
     */
    public Query<E> waiting(Lock.Wait whenLocked) {
        if (lock == null) {
            throw new InvalidQueryException(
                    "Rows of %s are not locked, so that there is nothing to wait for. Call forUpdate() or another lock before."
                            .formatted(entity.name()),
                    ErrorContext.of(entity.name()));
        }
        return locked(new Lock(lock.strength(), whenLocked));
    }

    /**
     * The same with more relations.
     *
     * @throws InvalidQueryException if a relation is included twice; its handle could hold only one of the results
     */
    public Query<E> including(List<Include<E, ?>> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Include<E, ?>> all = concat(includes, more);
        Set<Integer> seen = new HashSet<>();
        for (Include<E, ?> include : all) {
            if (!seen.add(include.relation().index())) {
                throw twice(include.relation().name());
            }
        }
        return new Query<>(entity, where, distinct, orderBy, window, lock, all);
    }

    private InvalidQueryException twice(String relation) {
        return new InvalidQueryException(
                "%s.%s is included twice. Combine the two in one include, with its where(…), orderBy(…) and include(…)."
                        .formatted(entity.name(), relation),
                ErrorContext.of(entity.name()).withProperties(List.of(relation)));
    }

    /**
     * Checks that no relations are loaded, for something that has none.
     *
     * @param target what rows are read into, for the message
     * @throws InvalidQueryException if some are
     */
    public void requireNoIncludes(String target) {
        if (!includes.isEmpty()) {
            throw new InvalidQueryException(
                    "%s has no relations to load, but the query includes some. Leave out include(…), or read whole entities."
                            .formatted(target),
                    ErrorContext.of(entity.name()));
        }
    }

    /** The same without relations. */
    public Query<E> withoutIncludes() {
        return new Query<>(entity, where, distinct, orderBy, window, lock, List.of());
    }

    /** Whether the condition or the window decides that there are no rows. */
    public boolean isEmpty() {
        return window.isEmpty() || (where instanceof Constant<E> constant && !constant.value());
    }

    private static <T> List<T> concat(List<T> first, List<? extends T> second) {
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
