package org.reactiveorm.execution;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an interval in the server's own style: {@code 1 year 2 mons -3 days +04:05:06.789}. */
record IntervalText(String text) {

    private static final Pattern STYLE =
            Pattern.compile("(?:(-?\\d+) years? ?)?(?:(-?\\d+) mons? ?)?(?:([+-]?\\d+) days? ?)?"
                    + "(?:([+-])?(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,6}))?)?");

    Duration duration() {
        Matcher parts = STYLE.matcher(text.replace("+", ""));
        if (text.isEmpty() || !parts.matches()) {
            throw new DateTimeException(
                    "it holds '%s', which is infinite or not in the style that intervals are read in. The session's IntervalStyle has to stay 'postgres'."
                            .formatted(text));
        }
        long months = number(parts.group(1)) * 12 + number(parts.group(2));
        long micros = ((number(parts.group(5)) * 60 + number(parts.group(6))) * 60 + number(parts.group(7))) * 1_000_000
                + micros(parts.group(8));
        return duration(months, number(parts.group(3)), "-".equals(parts.group(4)) ? -micros : micros);
    }

    /** Days have 24 hours; what a month has nobody can say. */
    static Duration duration(long months, long days, long micros) {
        if (months == Integer.MAX_VALUE || months == Integer.MIN_VALUE) {
            throw new DateTimeException("it holds an infinite interval, or one of many years, which Duration has not");
        }
        if (months != 0) {
            throw new DateTimeException(
                    "it holds an interval with months or years, whose length a Duration does not know. Store days, or select extract(epoch from …).");
        }
        return Duration.ofDays(days)
                .plusSeconds(Math.floorDiv(micros, 1_000_000L))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1000);
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long micros(String fraction) {
        return fraction == null ? 0 : Long.parseLong(fraction + "0".repeat(6 - fraction.length()));
    }
}
