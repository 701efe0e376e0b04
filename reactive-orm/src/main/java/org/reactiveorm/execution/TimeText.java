package org.reactiveorm.execution;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Reads dates and times in the ISO style that the driver asks the server for: {@code 0044-03-15 12:00:00.5+00 BC}. */
final class TimeText {

    private final Wire wire;
    private int at;

    TimeText(Wire wire) {
        this.wire = wire;
    }

    LocalDate date() {
        return day();
    }

    LocalTime time() {
        int hour = number();
        expect(':');
        int minute = number();
        expect(':');
        int second = number();
        int nanos = fraction();
        if (hour == 24) {
            throw endOfDay();
        }
        return LocalTime.of(hour, minute, second, nanos);
    }

    /** In UTC if there is an offset, else as it stands. */
    LocalDateTime timestamp() {
        LocalDate date = day();
        expect(' ');
        LocalTime time = time();
        int offset = offset();
        LocalDateTime local = LocalDateTime.of(date, time);
        return offset == 0 ? local : local.minusSeconds(offset);
    }

    static DateTimeException infinite() {
        return new DateTimeException(
                "it holds infinity, which Java's dates have not. Exclude such rows, or select isfinite(…) or a text instead.");
    }

    static DateTimeException endOfDay() {
        return new DateTimeException("it holds 24:00:00, which LocalTime has not");
    }

    /** The era stands at the end, but decides first: 1 BC is a leap year. */
    private LocalDate day() {
        byte first = wire.byteAt(0);
        if (first == 'i' || first == '-') {
            throw infinite();
        }
        int year = number();
        expect('-');
        int month = number();
        expect('-');
        int day = number();
        return LocalDate.of(endsBeforeChrist() ? 1 - year : year, month, day);
    }

    private boolean endsBeforeChrist() {
        return wire.byteAt(wire.length() - 1) == 'C';
    }

    private int offset() {
        if (at == wire.length() || (wire.byteAt(at) != '+' && wire.byteAt(at) != '-')) {
            return 0;
        }
        int sign = wire.byteAt(at++) == '-' ? -1 : 1;
        int seconds = number() * 3600;
        for (int unit = 60; at < wire.length() && wire.byteAt(at) == ':'; unit /= 60) {
            at++;
            seconds += number() * unit;
        }
        return sign * seconds;
    }

    private int fraction() {
        if (at == wire.length() || wire.byteAt(at) != '.') {
            return 0;
        }
        at++;
        int start = at;
        int digits = number();
        for (int i = at - start; i < 9; i++) {
            digits *= 10;
        }
        return digits;
    }

    private int number() {
        int value = 0;
        int start = at;
        while (at < wire.length() && wire.byteAt(at) >= '0' && wire.byteAt(at) <= '9') {
            value = value * 10 + wire.byteAt(at++) - '0';
        }
        if (at == start) {
            throw unreadable();
        }
        return value;
    }

    private void expect(char separator) {
        if (at == wire.length() || wire.byteAt(at++) != separator) {
            throw unreadable();
        }
    }

    private DateTimeException unreadable() {
        return new DateTimeException(
                "it holds '%s', which is not in ISO style. The session's DateStyle has to stay ISO."
                        .formatted(wire.text()));
    }
}
