package org.reactiveorm.read;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of an ordered result with cursors to what comes before and after it. A cursor stands for the place of a row, not for a
 * number of rows: what is inserted or deleted elsewhere meanwhile moves nothing.
 *
 * @param items the rows, in order
 * @param previous the cursor to give to {@code before(…)}, or null if nothing comes before
 * @param next the cursor to give to {@code after(…)}, or null if nothing comes after
 * @param <T> what a row is read into
 */
public record Slice<T>(
        List<T> items, @Nullable String previous, @Nullable String next) {

    /** Keeps its own copy. */
    public Slice {
        items = List.copyOf(items);
    }

    /** Whether there are rows after this slice. */
    public boolean hasNext() {
        return next != null;
    }

    /** Whether there are rows before this slice. */
    public boolean hasPrevious() {
        return previous != null;
    }

    /** The same slice with each row changed. */
    public <R> Slice<R> map(Function<? super T, ? extends R> mapper) {
        return new Slice<>(items.stream().<R>map(mapper).toList(), previous, next);
    }
}
