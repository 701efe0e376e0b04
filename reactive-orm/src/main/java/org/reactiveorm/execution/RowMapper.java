package org.reactiveorm.execution;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.RowReader;

/** Makes an object of each of the driver's rows of one result; one per subscription, because the row moves. */
final class RowMapper<T> implements BiFunction<Row, RowMetadata, T> {

    private final RowReader<T> reader;
    private @Nullable DriverValues values;
    private @Nullable WireRow moving;

    RowMapper(RowReader<T> reader) {
        this.reader = reader;
    }

    @Override
    public T apply(Row row, RowMetadata metadata) {
        DriverValues known = values;
        WireRow current = moving;
        if (known == null || current == null) {
            known = new DriverValues(row, metadata);
            current = new WireRow(known);
            values = known;
            moving = current;
        } else {
            known.moveTo(row);
        }
        return reader.read(current);
    }
}
