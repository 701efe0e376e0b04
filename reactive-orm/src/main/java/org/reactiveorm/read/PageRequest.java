package org.reactiveorm.read;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Window;

/**
 * Which page is wanted.
 *
 * @param number which page, counted from 0
 * @param size how many rows a full page has
 */
public record PageRequest(int number, int size) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidQueryException if the number is negative or the size is not positive
     */
    public PageRequest {
        if (number < 0 || size < 1) {
            throw new InvalidQueryException(
                    "There is no page %d of %d rows. Pages count from 0 and have at least one row."
                            .formatted(number, size),
                    ErrorContext.none());
        }
    }

    Window window() {
        return new Window((long) number * size, (long) size);
    }

    <T> Page<T> of(List<T> items, long total) {
        return new Page<>(items, number, size, total);
    }
}
