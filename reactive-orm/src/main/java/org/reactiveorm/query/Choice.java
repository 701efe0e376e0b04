package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the rows that match a change is about. They are locked in their order before any of them is changed, so that two
 * changes that meet choose one after the other.
 *
 * @param orderBy which rows come first
 * @param window how many there are at most
 * @param whenLocked what to do about rows that somebody else has locked
 * @param <E> the entity
 */
public record Choice<E>(List<Order<E>> orderBy, Window window, Lock.Wait whenLocked) {

    /** Keeps its own copy. */
    public Choice {
        orderBy = List.copyOf(orderBy);
    }

    /** All of them, in any order. */
    public static <E> Choice<E> all() {
        return new Choice<>(List.of(), Window.all(), Lock.Wait.BLOCK);
    }

    /**
     * The same, with less significant terms of order added.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null
     */
    @SafeVarargs
    public final Choice<E> thenBy(Order<E>... terms) {
        List<Order<E>> all = new ArrayList<>(orderBy);
        all.addAll(Operands.allGiven(terms, "A term of the order is null. Leave it out."));
        return new Choice<>(all, window, whenLocked);
    }

    /**
     * The same with at most so many rows.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public Choice<E> taking(long rows) {
        return new Choice<>(orderBy, window.withTake(rows), whenLocked);
    }

    /** The same without rows that somebody else has locked. */
    public Choice<E> skippingLocked() {
        return new Choice<>(orderBy, window, Lock.Wait.SKIP);
    }

    /** Whether it is about all rows that match, in any order. */
    public boolean isAll() {
        return orderBy.isEmpty() && !window.isLimited() && whenLocked == Lock.Wait.BLOCK;
    }

    /** Whether the rows have an order, which the answer has too. */
    public boolean isOrdered() {
        return !orderBy.isEmpty();
    }

    /** Those rows of a query. */
    public Query<E> of(Query<E> rows) {
        return rows.ordered(orderBy).within(window);
    }
}
