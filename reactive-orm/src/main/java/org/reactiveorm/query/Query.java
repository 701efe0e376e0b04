package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;

/**
 * Which entities are read, in which order, with which relations.
 *
 * @param entity the entity
 * @param where which rows
 * @param orderBy the terms of the order, most significant first
 * @param window which part of the ordered rows
 * @param includes the relations that are loaded with them
 * @param <E> the entity
 */
public record Query<E>(
        EntityModel<E> entity,
        Condition<E> where,
        List<Order<E>> orderBy,
        Window window,
        List<Include<E, ?>> includes) {

    /** Keeps its own copies. */
    public Query {
        orderBy = List.copyOf(orderBy);
        includes = List.copyOf(includes);
    }

    /** All rows of the entity. */
    public static <E> Query<E> of(EntityModel<E> entity) {
        return new Query<>(entity, Condition.always(), List.of(), Window.all(), List.of());
    }

    /** The same, restricted further. */
    public Query<E> and(Condition<E> condition) {
        return new Query<>(entity, where.and(condition), orderBy, window, includes);
    }

    /**
     * The same, with less significant terms of order added.
     *
     * @throws InvalidQueryException if one is null
     */
    @SafeVarargs
    public final Query<E> thenBy(Order<E>... terms) {
        List<Order<E>> given = Operands.allGiven(terms, "A term of the order is null. Leave it out.");
        return new Query<>(entity, where, concat(orderBy, given), window, includes);
    }

    /** The same with another window. */
    public Query<E> within(Window other) {
        return new Query<>(entity, where, orderBy, other, includes);
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
        return new Query<>(entity, where, orderBy, window, all);
    }

    private InvalidQueryException twice(String relation) {
        return new InvalidQueryException(
                "%s.%s is included twice. Combine the two in one include, with its where(…), orderBy(…) and include(…)."
                        .formatted(entity.name(), relation),
                ErrorContext.of(entity.name()).withProperties(List.of(relation)));
    }

    /** The same without relations. */
    public Query<E> withoutIncludes() {
        return new Query<>(entity, where, orderBy, window, List.of());
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
