package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
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

    /** The same, with less significant terms of order added. */
    public Query<E> thenBy(List<Order<E>> terms) {
        return new Query<>(entity, where, concat(orderBy, terms), window, includes);
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
        long distinct = all.stream()
                .map(include -> include.relation().index())
                .distinct()
                .count();
        if (distinct < all.size()) {
            throw new InvalidQueryException(
                    "A relation of %s is included twice. Combine the two with and(…) and include(…) in one include."
                            .formatted(entity.name()),
                    ErrorContext.of(entity.name()));
        }
        return new Query<>(entity, where, orderBy, window, all);
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
