package org.reactiveorm.model;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;

/**
 * Dates and times as PostgreSQL keeps them: microseconds, from 4713 BC on. Finer parts are cut off here, because the
 * server would round them, and a value one microsecond in the future surprises more than one that was cut.
 */
final class Times {

    private static final LocalDateTime FIRST = LocalDateTime.of(-4712, 1, 1, 0, 0);
    private static final LocalDateTime AFTER_LAST = LocalDateTime.of(294277, 1, 1, 0, 0);
    private static final LocalDate LAST_DATE = LocalDate.of(5874897, 12, 31);
    private static final Duration LONGEST = Duration.ofDays(Integer.MAX_VALUE);

    private Times() {}

    static Instant storable(Instant value) {
        inRange(
                value.isBefore(FIRST.toInstant(ZoneOffset.UTC))
                        || !value.isBefore(AFTER_LAST.toInstant(ZoneOffset.UTC)),
                "timestamptz",
                value);
        return value.truncatedTo(MICROS);
    }

    /** In UTC, because PostgreSQL refuses offsets of 16 hours and more. */
    static OffsetDateTime storable(OffsetDateTime value) {
        return storable(value.toInstant()).atOffset(ZoneOffset.UTC);
    }

    static LocalDateTime storable(LocalDateTime value) {
        inRange(value.isBefore(FIRST) || !value.isBefore(AFTER_LAST), "timestamp", value);
        return value.truncatedTo(MICROS);
    }

    static LocalDate storable(LocalDate value) {
        inRange(value.isBefore(FIRST.toLocalDate()) || value.isAfter(LAST_DATE), "date", value);
        return value;
    }

    static LocalTime storable(LocalTime value) {
        return value.truncatedTo(MICROS);
    }

    static Duration storable(Duration value) {
        inRange(value.compareTo(LONGEST) > 0 || value.compareTo(LONGEST.negated()) < 0, "interval", value);
        return value.truncatedTo(MICROS);
    }

    private static void inRange(boolean outside, String sqlType, Object value) {
        if (outside) {
            throw new InvalidValueException(
                    value + " is outside of what PostgreSQL's " + sqlType + " can hold", ErrorContext.none(), null);
        }
    }
}
