package org.reactiveorm.execution;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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
        return reader.read(moving.at(row));
    }
}
