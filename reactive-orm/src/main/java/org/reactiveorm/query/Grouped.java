package org.reactiveorm.query;

/**
 * Marks what is computed from a group of rows, so that the compiler keeps it apart from what is computed from one row: an
 * {@code Expression<Grouped<User>, Long>} goes into {@code having}, not into {@code where}. There are no instances.
 *
 * @param <E> the entity whose rows are grouped
 */
@SuppressWarnings("UnusedTypeParameter") // the compiler uses it
public final class Grouped<E> {

    private Grouped() {}
}
