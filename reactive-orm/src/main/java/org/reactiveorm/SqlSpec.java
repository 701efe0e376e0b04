package org.reactiveorm;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * SQL of the caller with {@code :name} parameters, whose values are always bound. Immutable.
 */
public interface SqlSpec {

    /** Gives a parameter its value; a collection is bound as an array, for {@code = any(:names)}. */
    SqlSpec bind(String name, @Nullable Object value);

    /**
     * Reads the rows into a {@code @Shape} record or an entity, whose columns are found by name, or into a scalar ({@code
     * String}, {@code Long}, {@code UUID}…) if there is one column.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if rows cannot be read into that type
     */
    <T> Results<T> as(Class<T> type);

    /** Runs a statement that changes rows and answers their number. */
    Mono<Long> execute();
}
