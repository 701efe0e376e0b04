package org.reactiveorm.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Dates and times. In binary they are distances from the year 2000 in the calendar that {@code java.time} has too; the
 * driver takes the years before 1582 for Julian ones and is days off. Where PostgreSQL has a value that Java has not, it
 * is a {@link java.time.DateTimeException}.
 */
final class WireTimes {

    private static final long EPOCH_SECONDS = 946_684_800L;
    private static final long EPOCH_DAYS = 10_957L;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private WireTimes() {}

    /** A {@code timestamp} without time zone is taken for UTC. */
    static Instant instant(Wire wire) {
        return switch (wire.oid()) {
            case Oid.TIMESTAMPTZ, Oid.TIMESTAMP ->
                wire.isBinary()
                        ? instant(micros(wire))
                        : new TimeText(wire).timestamp().toInstant(ZoneOffset.UTC);
            default -> throw wire.no("a point in time");
        };
    }

    static LocalDateTime dateTime(Wire wire) {
        if (wire.oid() != Oid.TIMESTAMP) {
            throw wire.no("LocalDateTime");
        }
        if (!wire.isBinary()) {
            return new TimeText(wire).timestamp();
        }
        long micros = micros(wire);
        return LocalDateTime.ofEpochSecond(seconds(micros), nanos(micros), ZoneOffset.UTC);
    }

    static LocalDate date(Wire wire) {
        if (wire.oid() != Oid.DATE) {
            throw wire.no("LocalDate");
        }
        if (!wire.isBinary()) {
            return new TimeText(wire).date();
        }
        int days = wire.int32(0);
        if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
            throw TimeText.infinite();
        }
        return LocalDate.ofEpochDay(EPOCH_DAYS + days);
    }

    static LocalTime time(Wire wire) {
        if (wire.oid() != Oid.TIME) {
            throw wire.no("LocalTime");
        }
        if (!wire.isBinary()) {
            return new TimeText(wire).time();
        }
        long micros = wire.int64(0);
        if (micros == MICROS_PER_DAY) {
            throw TimeText.endOfDay();
        }
        return LocalTime.ofNanoOfDay(micros * 1000);
    }

    static Duration duration(Wire wire) {
        if (wire.oid() != Oid.INTERVAL) {
            throw wire.no("Duration");
        }
        return wire.isBinary()
                ? IntervalText.duration(wire.int32(12), wire.int32(8), wire.int64(0))
                : new IntervalText(wire.text()).duration();
    }

    private static long micros(Wire wire) {
        long micros = wire.int64(0);
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            throw TimeText.infinite();
        }
        return micros;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(seconds(micros), nanos(micros));
    }

    private static long seconds(long micros) {
        return Math.floorDiv(micros, 1_000_000L) + EPOCH_SECONDS;
    }

    private static int nanos(long micros) {
        return (int) Math.floorMod(micros, 1_000_000L) * 1000;
    }
}
