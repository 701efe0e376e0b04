package org.reactiveorm.execution;

import io.r2dbc.spi.RowMetadata;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;

/**
 * The rows of one result as our {@link Row}: one instance moves over all of them, so it is valid only until the next
 * {@link #at} and used by one subscriber. Values are read from the bytes that the server sent, see {@link WireExtension}.
 */
final class DriverRow implements Row {

    private final RowMetadata metadata;
    private final Map<String, Integer> indexes = new HashMap<>();
    private io.r2dbc.spi.@Nullable Row row;

    DriverRow(RowMetadata metadata) {
        this.metadata = metadata;
    }

    /** Moves to {@code next} and returns itself. */
    Row at(io.r2dbc.spi.Row next) {
        this.row = next;
        return this;
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        Wire wire = wire(index);
        if (wire == null) {
            return null;
        }
        try {
            return WireTypes.reader(type).apply(wire);
        } catch (RuntimeException e) {
            throw unreadable(index, type, e);
        }
    }

    @Override
    public <T> @Nullable List<@Nullable T> list(int index, Class<T> type) {
        Wire wire = wire(index);
        if (wire == null) {
            return null;
        }
        try {
            return WireArrays.list(wire, WireTypes.reader(type));
        } catch (RuntimeException e) {
            throw unreadable(index, List.class, e);
        }
    }

    @Override
    public boolean getBoolean(int index) {
        try {
            return WireTexts.bool(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, boolean.class, e);
        }
    }

    @Override
    public short getShort(int index) {
        try {
            return WireNumbers.int16(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, short.class, e);
        }
    }

    @Override
    public int getInt(int index) {
        try {
            return WireNumbers.int32(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, int.class, e);
        }
    }

    @Override
    public long getLong(int index) {
        try {
            return WireNumbers.int64(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, long.class, e);
        }
    }

    @Override
    public float getFloat(int index) {
        try {
            return WireNumbers.float32(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, float.class, e);
        }
    }

    @Override
    public double getDouble(int index) {
        try {
            return WireNumbers.float64(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, double.class, e);
        }
    }

    @Override
    public int size() {
        return metadata.getColumnMetadatas().size();
    }

    @Override
    public String name(int index) {
        return metadata.getColumnMetadatas().get(index).getName();
    }

    /** Asked for each value of each row, where the caller reads by name: found once for each result. */
    @Override
    public int index(String column) {
        Integer known = indexes.get(column);
        if (known == null) {
            known = Row.super.index(column);
            indexes.put(column, known);
        }
        return known;
    }

    private Wire present(int index) {
        Wire wire = wire(index);
        if (wire == null) {
            throw nullIn(index);
        }
        return wire;
    }

    private @Nullable Wire wire(int index) {
        if (row == null) {
            throw new IllegalStateException("The row is read before it was moved to");
        }
        try {
            return row.get(index, Wire.class);
        } catch (IndexOutOfBoundsException e) {
            throw new MappingException(
                    "The result has %d columns, but column %d is read. Select every column that the reader takes, in its order."
                            .formatted(metadata.getColumnMetadatas().size(), index + 1),
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

    private RuntimeException unreadable(int index, Class<?> type, RuntimeException cause) {
        if (cause instanceof IllegalArgumentException
                || cause instanceof ArithmeticException
                || cause instanceof DateTimeException) {
            return new MappingException(
                    "Column '%s' cannot be read as %s: %s"
                            .formatted(name(index), type.getSimpleName(), cause.getMessage()),
                    ErrorContext.none(),
                    cause);
        }
        return cause;
    }
}
