package org.reactiveorm.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The literals that {@code @Default} takes for one type, and the SQL that they become.
 *
 * @param expected for the message: what a literal looks like
 * @param sql the SQL of a literal; fails with a {@link RuntimeException} if it is none
 */
record Literals(String expected, Function<String, String> sql) {

    static final Literals BOOLEAN = new Literals("true or false", Literals::bool);
    static final Literals SHORT = new Literals(
            "a number from -32768 to 32767", text -> Short.valueOf(text).toString());
    static final Literals INTEGER = new Literals(
            "a whole number such as 0", text -> Integer.valueOf(text).toString());
    static final Literals LONG =
            new Literals("a whole number such as 0", text -> Long.valueOf(text).toString());
    static final Literals BIG_INTEGER =
            new Literals("a whole number such as 0", text -> new BigInteger(text).toString());
    static final Literals FLOAT = new Literals(
            "a number such as 0.5", text -> floating(Float.valueOf(text).doubleValue(), text));
    static final Literals DOUBLE =
            new Literals("a number such as 0.5", text -> floating(Double.parseDouble(text), text));
    static final Literals BIG_DECIMAL =
            new Literals("a number such as 0.00", text -> new BigDecimal(text).toPlainString());
    static final Literals TEXT = new Literals("text", Literals::quoted);
    static final Literals UUID_TEXT = parsed("a UUID such as 00000000-0000-0000-0000-000000000000", Literals::uuid);
    static final Literals INSTANT = parsed("a moment such as 2000-01-01T00:00:00Z", Instant::parse);
    static final Literals OFFSET_DATE_TIME = parsed("a moment such as 2000-01-01T00:00:00Z", OffsetDateTime::parse);
    static final Literals LOCAL_DATE_TIME = parsed("a date and time such as 2000-01-01T00:00:00", LocalDateTime::parse);
    static final Literals LOCAL_DATE = parsed("a date such as 2000-01-01", LocalDate::parse);
    static final Literals LOCAL_TIME = parsed("a time such as 12:00:00", LocalTime::parse);
    static final Literals DURATION = parsed("a duration such as PT1H30M", Duration::parse);
    static final Literals BYTES =
            new Literals("bytes such as \\x00ff", text -> matching(text, "\\\\x([0-9a-fA-F]{2})*"));
    static final Literals ARRAY = new Literals("an array such as {}", text -> matching(text, "(?s)\\{.*}"));
    static final Literals JSON = new Literals("JSON such as {}", text -> matching(text, "(?s).*\\S.*"));

    /** The constants of an enum, by their name or by the text that is stored. */
    static Literals of(Map<String, String> storedByName) {
        return new Literals("one of " + String.join(", ", storedByName.keySet()), text -> {
            String stored = storedByName.containsValue(text) ? text : storedByName.get(text);
            if (stored == null) {
                throw new IllegalArgumentException(text);
            }
            return quoted(stored);
        });
    }

    /** Text as a literal of PostgreSQL. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Literals parsed(String expected, Function<String, ?> parser) {
        return new Literals(expected, text -> {
            Object parsed = parser.apply(text);
            return parsed == null ? "" : quoted(text);
        });
    }

    /** Of all 36 characters, which neither PostgreSQL nor a query of the library can do without. */
    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return UUID.fromString(text);
    }

    private static String bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String floating(double value, String text) {
        return Double.isNaN(value) || Double.isInfinite(value) ? quoted(text) : new BigDecimal(text).toPlainString();
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return quoted(text);
    }
}
