package org.reactiveorm.execution;

import java.util.List;
import java.util.function.Function;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.RowReader;
import reactor.core.publisher.Mono;

/**
 * How the rows of a query are read a few at a time.
 *
 * @param size how many rows a window has, except for the last one
 * @param reader what a row becomes; it serves all windows
 * @param completion what a window becomes before it is emitted, of the same size; it runs in the transaction of the stream
 * @param <P> what a row is read into
 * @param <T> what is emitted
 */
public record Windows<P, T>(int size, RowReader<P> reader, Function<List<P>, Mono<List<T>>> completion) {

    /**
     * Checks the size.
     *
     * @throws InvalidQueryException if it is not positive
     */
    public Windows {
        requireSize(size);
    }

    /**
     * Checks the size of windows that are yet to be made.
     *
     * @throws InvalidQueryException if it is not positive
     */
    public static void requireSize(int size) {
        if (size < 1) {
            throw new InvalidQueryException(
                    "A window has at least one row, got %d. Give the number of rows to read at a time, for example 1000."
                            .formatted(size),
                    ErrorContext.none());
        }
    }
}
