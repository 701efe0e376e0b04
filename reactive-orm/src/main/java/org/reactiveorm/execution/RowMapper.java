package org.reactiveorm.execution;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.RowReader;

/** Reads the driver's rows of one result through our row; one per subscription, because the row moves. */
final class RowMapper<T> implements BiFunction<Row, RowMetadata, T> {

    private final RowReader<T> reader;
    private @Nullable DriverRow current;

    RowMapper(RowReader<T> reader) {
        this.reader = reader;
    }

    @Override
    public T apply(Row row, RowMetadata metadata) {
        DriverRow moving = current;
        if (moving == null) {
            moving = new DriverRow(metadata);
            current = moving;
        }
        try {
            return reader.read(moving.at(row));
        } catch (StackOverflowError | LinkageError fatal) {
            // Reactor signals these to nobody, and the connection would wait for ever
            throw new MappingException(
                    "A row cannot be read, because what reads it ends in %s. Look for a function that calls itself, or a class that is not there."
                            .formatted(fatal),
                    ErrorContext.none(),
                    fatal);
        }
    }
}
