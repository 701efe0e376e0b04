package org.reactiveorm.model;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
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

    /** As PostgreSQL reads it: years before 1 are counted backwards and marked. */
    static String text(Instant value) {
        LocalDateTime utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return day(utc.toLocalDate()) + " " + utc.toLocalTime() + "+00" + era(utc.getYear());
    }

    static String text(LocalDateTime value) {
        return day(value.toLocalDate()) + " " + value.toLocalTime() + era(value.getYear());
    }

    static String text(LocalDate value) {
        return day(value) + era(value.getYear());
    }

    /** Days apart from the rest, because PostgreSQL's hours overflow first. */
    static String text(Duration value) {
        return "P" + value.toDaysPart() + "D"
                + value.minusDays(value.toDaysPart()).toString().substring(1);
    }

    private static String day(LocalDate value) {
        if (value.getYear() >= 1 && value.getYear() <= 9999) {
            return value.toString(); // the same, at a tenth of the cost
        }
        return "%04d-%02d-%02d"
                .formatted(value.get(ChronoField.YEAR_OF_ERA), value.getMonthValue(), value.getDayOfMonth());
    }

    private static String era(int year) {
        return year < 1 ? " BC" : "";
    }

    private static void inRange(boolean outside, String sqlType, Object value) {
        if (outside) {
            throw new InvalidValueException(
                    value + " is outside of what PostgreSQL's " + sqlType + " can hold.", ErrorContext.none(), null);
        }
    }
}
