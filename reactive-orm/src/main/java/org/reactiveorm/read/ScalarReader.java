package org.reactiveorm.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;

/**
 * Reads the only column of a result.
 *
 * @param type one of {@link #TYPES}
 * @param <T> what a value becomes
 */
public record ScalarReader<T>(Class<T> type) implements RowReader<T> {

    /** What a column can be read as. */
    public static final Set<Class<?>> TYPES = Set.of(
            Boolean.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            String.class,
            byte[].class,
            UUID.class,
            Instant.class,
            OffsetDateTime.class,
            LocalDateTime.class,
            LocalDate.class,
            LocalTime.class,
            Duration.class);

    @Override
    public T read(Row row) {
        if (row.size() != 1) {
            throw failure("The result has %d columns, but %s takes one.".formatted(row.size(), type.getSimpleName()));
        }
        T value = row.get(0, type);
        if (value == null) {
            throw failure(
                    "Column '%s' is NULL, but a Flux has no nulls. Replace it with coalesce(…), leave it out with a condition, or read a @Shape record whose component is @Nullable."
                            .formatted(row.name(0)));
        }
        return value;
    }

    private static MappingException failure(String message) {
        return new MappingException(message, ErrorContext.none(), null);
    }
}
