package org.reactiveorm.read;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;

/**
 * Reads rows with a function of the caller.
 *
 * @param function makes something of a row
 * @param <T> what a row becomes
 */
public record FunctionReader<T>(Function<? super Row, ? extends T> function) implements RowReader<T> {

    @Override
    public T read(Row row) {
        @Nullable T value = function.apply(row);
        if (value == null) {
            throw new MappingException(
                    "The function that maps a row returned null, but a Flux has no nulls. Return an Optional or filter the rows in SQL.",
                    ErrorContext.none(),
                    null);
        }
        return value;
    }
}
