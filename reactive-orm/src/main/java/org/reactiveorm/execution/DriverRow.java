package org.reactiveorm.execution;

import io.r2dbc.postgresql.codec.Interval;
import io.r2dbc.spi.RowMetadata;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;

/**
 * The rows of one result as our {@link Row}: one instance moves over all of them, so it is valid only until the next
 * {@link #at} and used by one subscriber.
 */
final class DriverRow implements Row {

    private final RowMetadata metadata;
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
        try {
            return type == Duration.class
                    ? type.cast(duration(index))
                    : current().get(index, type);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MappingException(
                    "Column %d of the result cannot be read as %s: %s"
                            .formatted(index, type.getSimpleName(), e.getMessage()),
                    ErrorContext.none(),
                    e);
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

    private @Nullable Duration duration(int index) {
        Interval interval = current().get(index, Interval.class);
        if (interval == null) {
            return null;
        }
        if (interval.getYears() != 0 || interval.getMonths() != 0) {
            throw new ArithmeticException(interval + " has months, whose length a Duration does not know");
        }
        return interval.getDuration().plusDays(interval.getDays());
    }

    private io.r2dbc.spi.Row current() {
        if (row == null) {
            throw new IllegalStateException("The row is read before it was moved to");
        }
        return row;
    }
}
