package org.reactiveorm.execution;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.reactiveorm.model.RowReader;

/** Makes the objects of the rows that are packed into one row of the driver. */
record PackedRowMapper<T>(RowReader<T> reader) implements BiFunction<Row, RowMetadata, List<T>> {

    @Override
    public List<T> apply(Row row, RowMetadata metadata) {
        PackedValues values = new PackedValues(new DriverValues(row, metadata));
        WireRow moving = new WireRow(values);
        List<T> objects = new ArrayList<>();
        while (values.next()) {
            objects.add(reader.read(moving));
        }
        return objects;
    }
}
