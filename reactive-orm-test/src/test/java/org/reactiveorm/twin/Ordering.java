package org.reactiveorm.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.reactiveorm.query.Order;

/**
 * An order of rows, and how they are sorted in memory.
 *
 * @param terms what PostgreSQL orders by
 * @param inMemory the same
 * @param <E> the entity, or a group of it
 * @param <R> what stands for a row in memory
 */
record Ordering<E, R>(List<Order<E>> terms, Comparator<R> inMemory) {

    /** Every row counts as equal. */
    static <E, R> Ordering<E, R> none() {
        return new Ordering<>(List.of(), (a, b) -> 0);
    }

    /** By one value, in any direction, with NULL where it is by default or at one of the ends. */
    static <E, R, T> Ordering<E, R> by(Value<E, R, T> value, Random random) {
        Order<E> term = random.nextBoolean()
                ? value.expression().asc()
                : value.expression().desc();
        return by(
                value,
                switch (random.nextInt(3)) {
                    case 0 -> term.nullsFirst();
                    case 1 -> term.nullsLast();
                    default -> term;
                });
    }

    private static <E, R, T> Ordering<E, R> by(Value<E, R, T> value, Order<E> term) {
        boolean isDescending = term.direction() == Order.Direction.DESCENDING;
        Comparator<R> ascending = value.ascending(term.hasNullsFirst() != isDescending);
        return new Ordering<>(List.of(term), isDescending ? ascending.reversed() : ascending);
    }

    /** What is equal in this order, in the other one. */
    Ordering<E, R> then(Ordering<E, R> other) {
        List<Order<E>> all = new ArrayList<>(terms);
        all.addAll(other.terms);
        return new Ordering<>(all, inMemory.thenComparing(other.inMemory));
    }

    List<R> sorted(List<R> rows) {
        return rows.stream().sorted(inMemory).toList();
    }
}
