package org.reactiveorm.read;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a result by its number, and how many rows all pages have.
 *
 * @param items the rows of this page, in order
 * @param number which page, counted from 0
 * @param size how many rows a full page has
 * @param total how many rows there are on all pages
 * @param <T> what a row is read into
 */
public record Page<T>(List<T> items, int number, int size, long total) {

    /** Keeps its own copy. */
    public Page {
        items = List.copyOf(items);
    }

    /** How many pages there are. */
    public long pages() {
        return (total + size - 1) / size;
    }

    /** Whether there are rows after this page. */
    public boolean hasNext() {
        return number + 1L < pages();
    }

    /** Whether there are rows before this page. */
    public boolean hasPrevious() {
        return number > 0 && total > 0;
    }

    /** The same page with each row changed. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), number, size, total);
    }
}
