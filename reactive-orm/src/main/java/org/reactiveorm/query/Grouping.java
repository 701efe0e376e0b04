package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Which rows are put into groups, and which of the groups are read, in which order.
 *
 * @param rows the rows
 * @param keys what the rows of a group have in common; of none: all rows are one group, even if there are none
 * @param having which groups
 * @param orderBy the terms of the order, most significant first
 * @param window which part of the ordered groups
 * @param <E> the entity whose rows are grouped
 */
public record Grouping<E>(
        Query<E> rows,
        List<Expression<E, ?>> keys,
        Condition<Grouped<E>> having,
        List<Order<Grouped<E>>> orderBy,
        Window window) {

    /**
     * Keeps its own copies.
     *
     * @throws InvalidQueryException if the rows are locked or have relations to load
     */
    public Grouping {
        keys = List.copyOf(keys);
        orderBy = List.copyOf(orderBy);
        if (rows.lock() != null || !rows.includes().isEmpty()) {
            throw new InvalidQueryException(
                    "Rows of %s that are grouped cannot be locked and have no relations to load. Leave out the lock and include(…)."
                            .formatted(rows.entity().name()),
                    ErrorContext.of(rows.entity().name()));
        }
    }

    /**
     * All rows in groups with the same keys.
     *
     * @throws InvalidQueryException if a key is null
     */
    @SafeVarargs
    public static <E> Grouping<E> by(Query<E> rows, Expression<E, ?>... keys) {
        List<Expression<E, ?>> given = Operands.allGiven(keys, "A key of the groups is null. Leave it out.");
        // whole rows are different anyway
        Query<E> whole = rows.distinct().kind() == Distinct.Kind.ROWS ? rows.distinct(Distinct.none()) : rows;
        return new Grouping<>(whole, given, Condition.always(), List.of(), Window.all());
    }

    /** The same, restricted further. */
    public Grouping<E> and(Condition<Grouped<E>> condition) {
        return new Grouping<>(rows, keys, having.and(condition), orderBy, window);
    }

    /**
     * The same, with less significant terms of order added.
     *
     * @throws InvalidQueryException if one is null
     */
    @SafeVarargs
    public final Grouping<E> thenBy(Order<Grouped<E>>... terms) {
        List<Order<Grouped<E>>> all = new ArrayList<>(orderBy);
        all.addAll(Operands.allGiven(terms, "A term of the order is null. Leave it out."));
        return new Grouping<>(rows, keys, having, all, window);
    }

    /** The same with another window. */
    public Grouping<E> within(Window other) {
        return new Grouping<>(rows, keys, having, orderBy, other);
    }

    /** The same in no particular order, where the order does not decide which groups there are. */
    public Grouping<E> unordered() {
        return window.isLimited() ? this : new Grouping<>(rows, keys, having, List.of(), window);
    }

    /** Whether the conditions or the window decide that there are no groups. */
    public boolean isEmpty() {
        boolean isNever = having instanceof Constant<Grouped<E>> constant && !constant.value();
        return window.isEmpty() || isNever || (rows.isEmpty() && !keys.isEmpty());
    }
}
