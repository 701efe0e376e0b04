package org.reactiveorm.execution;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;

/** The values of one row of the driver after the other, whose bytes come through {@link WireExtension}. */
final class DriverValues implements WireValues {

    private final RowMetadata metadata;
    private Row row;

    /** The values of {@code row}. */
    DriverValues(Row row, RowMetadata metadata) {
        this.row = row;
        this.metadata = metadata;
    }

    /** Moves to another row of the same result. */
    void moveTo(Row next) {
        this.row = next;
    }

    @Override
    public @Nullable Wire at(int index) {
        try {
            return row.get(index, Wire.class);
        } catch (IndexOutOfBoundsException e) {
            throw new MappingException(
                    "The result has %d columns, but column %d is read. Select every column that the reader takes, in its order."
                            .formatted(count(), index + 1),
                    ErrorContext.none(),
                    e);
        } catch (IllegalArgumentException e) {
            throw new MappingException(
                    "The connection was made without the extension that values are read through. Leave autodetectExtensions on, or add codecRegistrar(new %s()) to the driver's configuration."
                            .formatted(WireExtension.class.getName()),
                    ErrorContext.none(),
                    e);
        }
    }

    @Override
    public int count() {
        return metadata.getColumnMetadatas().size();
    }

    @Override
    public String name(int index) {
        return metadata.getColumnMetadatas().get(index).getName();
    }
}
