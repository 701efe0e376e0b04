package org.reactiveorm.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnType;

/** Holds a value that was sent against the text that the server has written of a value of its column. */
final class ValueText {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "character varying", "citext", "name");
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8", "smallint", "integer", "bigint");

    /** The server cuts values off behind this many bytes where it shows a whole row. */
    private static final int MOST_SHOWN = 64;

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter TIMESTAMPTZ = new DateTimeFormatterBuilder()
            .append(TIMESTAMP)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private ValueText() {}

    /** Whether the text is surely that of the value. */
    static boolean matches(ColumnType<?> type, Object encoded, String text) {
        if (encoded instanceof Number) {
            return isNumber(encoded, declared(type), text);
        }
        if (encoded instanceof Boolean value) {
            return text.equals(value ? "t" : "f");
        }
        if (encoded instanceof byte[] bytes) {
            return text.equals("\\x" + HexFormat.of().formatHex(bytes));
        }
        if (encoded instanceof UUID || encoded instanceof LocalDate) {
            return text.equals(encoded.toString());
        }
        if (encoded instanceof String string) {
            return isFilledUp(type) ? text.stripTrailing().equals(string.stripTrailing()) : text.equals(string);
        }
        return isTime(encoded, text);
    }

    private static boolean isNumber(Object encoded, @Nullable DeclaredDigits digits, String text) {
        return parsed(text, written -> {
            BigDecimal value = number(encoded);
            BigDecimal stored =
                    digits == null ? value : value.setScale(Math.max(digits.scale(), 0), RoundingMode.HALF_UP);
            return new BigDecimal(written).compareTo(stored) == 0;
        });
    }

    private static boolean isTime(Object encoded, String text) {
        return parsed(text, written -> {
            if (encoded instanceof LocalTime time) {
                return LocalTime.parse(written).equals(time);
            }
            if (encoded instanceof LocalDateTime time) {
                return LocalDateTime.parse(written, TIMESTAMP).equals(time);
            }
            Instant moment = encoded instanceof OffsetDateTime time ? time.toInstant() : null;
            moment = encoded instanceof Instant instant ? instant : moment;
            return moment != null
                    && OffsetDateTime.parse(written, TIMESTAMPTZ).toInstant().equals(moment);
        });
    }

    private static boolean parsed(String text, Function<String, Boolean> comparison) {
        try {
            return comparison.apply(text);
        } catch (NumberFormatException | DateTimeException other) {
            return false;
        }
    }

    /** A number that can be compared exactly; infinity and what is no number is no such. */
    static BigDecimal number(Object encoded) {
        return new BigDecimal(encoded.toString());
    }

    /**
     * The value as it stands in the server's text of a whole row, or null where it cannot be told: it may be cut off, or be
     * written in another form than it was sent in.
     */
    static @Nullable String inRow(ColumnType<?> type, @Nullable Object encoded) {
        if (encoded == null) {
            return "null";
        }
        String plain = type.castType().toLowerCase(Locale.ROOT);
        boolean isEnum = type.enumDefinition() != null;
        if (encoded instanceof String text && (isEnum || TEXTS.contains(plain))) {
            return text.getBytes(StandardCharsets.UTF_8).length < MOST_SHOWN ? text : null;
        }
        if (encoded instanceof Boolean value) {
            return value ? "t" : "f";
        }
        boolean isInteger = encoded instanceof Long || encoded instanceof Integer || encoded instanceof Short;
        return (isInteger && INTEGERS.contains(plain)) || encoded instanceof UUID ? encoded.toString() : null;
    }

    /** Whether the text has more characters than the column; blanks at its end are cut off, as SQL wants it. */
    static boolean isLonger(String text, int most) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.codePointCount(0, end) > most;
    }

    private static boolean isFilledUp(ColumnType<?> type) {
        return type.castType().equalsIgnoreCase("bpchar");
    }

    /** Precision and scale as the type is declared, or null. */
    static @Nullable DeclaredDigits declared(ColumnType<?> type) {
        return DeclaredDigits.of(type.sqlType());
    }

    /**
     * {@code numeric(precision, scale)}.
     *
     * @param precision how many digits
     * @param scale how many of them are behind the point
     */
    record DeclaredDigits(int precision, int scale) {

        private static final Pattern TEXT =
                Pattern.compile("(?i)(?:numeric|decimal)\\s*\\(\\s*(\\d{1,4})\\s*(?:,\\s*(-?\\d{1,4})\\s*)?\\)");

        static @Nullable DeclaredDigits of(String type) {
            Matcher matcher = TEXT.matcher(type);
            return matcher.matches()
                    ? new DeclaredDigits(
                            Integer.parseInt(matcher.group(1)),
                            matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)))
                    : null;
        }

        /** Whether a column of this type cannot hold the number. */
        boolean isTooSmallFor(BigDecimal value) {
            return value.setScale(scale, RoundingMode.HALF_UP)
                            .abs()
                            .compareTo(BigDecimal.ONE.movePointRight(precision - scale))
                    >= 0;
        }
    }
}
