package org.reactiveorm.execution;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.ValueCodec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value that has to survive the way to the database and back.
 *
 * @param type its type
 * @param value what is written
 * @param expected what is read
 */
record Sample<T>(ColumnType<T> type, T value, T expected) {

    static final String MOOD = "create type pg_temp.mood as enum ('happy', 'so so', 'it''s \"bad\"')";

    enum Mood {
        HAPPY,
        SO_SO,
        BAD
    }

    record Money(BigDecimal amount) {}

    record Address(String street, Map<String, List<Integer>> numbers, String nothing) {}

    static final class MoneyInCents implements ValueCodec<Money, Long> {

        @Override
        public Long encode(Money value) {
            return value.amount().movePointRight(2).longValueExact();
        }

        @Override
        public Money decode(Long stored) {
            return new Money(BigDecimal.valueOf(stored, 2));
        }
    }

    static final ColumnType<Mood> NATIVE = ColumnTypes.nativeEnum(
            Mood.class, "mood", List.of(Mood.values()), List.of("happy", "so so", "it's \"bad\""));

    static final ColumnType<Mood> AS_TEXT =
            ColumnTypes.textEnum(Mood.class, List.of(Mood.values()), List.of("h", "s", "\\\"{b},"));

    static final ColumnType<Address> ADDRESS = ColumnTypes.json(new TypeReference<>() {});

    static final ColumnType<Map<String, List<Address>>> NESTED = ColumnTypes.json(new TypeReference<>() {});

    static final ColumnType<Money> MONEY = ColumnTypes.converted(new MoneyInCents(), Money.class, ColumnTypes.LONG);

    static Stream<Sample<?>> all() {
        return Stream.of(numbers(), texts(), times(), others()).flatMap(each -> each);
    }

    private static Stream<Sample<?>> numbers() {
        return Stream.of(
                        same(ColumnTypes.BOOLEAN, true, false),
                        same(ColumnTypes.SHORT, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE),
                        same(ColumnTypes.INTEGER, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                        same(ColumnTypes.LONG, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE),
                        same(
                                ColumnTypes.FLOAT,
                                0f,
                                -0f,
                                0.1f,
                                Float.MIN_VALUE,
                                Float.MAX_VALUE,
                                Float.NaN,
                                Float.POSITIVE_INFINITY,
                                Float.NEGATIVE_INFINITY),
                        same(
                                ColumnTypes.DOUBLE,
                                0d,
                                -0d,
                                0.1,
                                Double.MIN_VALUE,
                                Double.MAX_VALUE,
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY),
                        Stream.of(
                                        "0",
                                        "0.00",
                                        "1.50",
                                        "-1.50",
                                        "100",
                                        "10000",
                                        "100000000",
                                        "0.0001",
                                        "0.00010",
                                        "-0.00000001",
                                        "123456789.987654321",
                                        "99999999999999999999.99999999999999999999",
                                        "1234567890123456",
                                        "12345678901234567",
                                        "-9999.9999",
                                        "10000.0000")
                                .map(text -> of(ColumnTypes.BIG_DECIMAL, new BigDecimal(text))),
                        Stream.of(
                                new Sample<>(ColumnTypes.BIG_DECIMAL, new BigDecimal("1E+5"), new BigDecimal("100000")),
                                of(
                                        ColumnTypes.BIG_DECIMAL,
                                        BigDecimal.TEN.pow(1000).add(new BigDecimal("0.5")))),
                        same(
                                ColumnTypes.BIG_INTEGER,
                                BigInteger.ZERO,
                                BigInteger.TEN.pow(40).negate(),
                                BigInteger.TEN.pow(4)))
                .flatMap(each -> each);
    }

    private static Stream<Sample<?>> texts() {
        return Stream.of(
                        same(
                                ColumnTypes.STRING,
                                "",
                                " ",
                                "NULL",
                                "null",
                                "plain",
                                "O'Hara",
                                "a\"b",
                                "back\\slash",
                                "\\x41"),
                        same(
                                ColumnTypes.STRING,
                                "{a,b}",
                                "a,b",
                                "{}",
                                "\u00e9\u4e2d",
                                "\uD83D\uDE00",
                                "line\nbreak\ttab\r",
                                "$1 ? :name",
                                "\u0001"),
                        same(ColumnTypes.BYTES, new byte[0], new byte[] {0}, new byte[] {-1, 0, 1, 92, 34, 127, -128}),
                        same(AS_TEXT, Mood.values()),
                        same(NATIVE, Mood.values()))
                .flatMap(each -> each);
    }

    private static Stream<Sample<?>> times() {
        LocalDateTime first = LocalDateTime.of(1, 1, 1, 0, 0, 0, 1000);
        LocalDateTime last = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);
        LocalDateTime before2000 = LocalDateTime.of(1999, 12, 31, 23, 59, 59, 500_000_000);
        LocalDateTime julian = LocalDateTime.of(1582, 10, 4, 12, 0);
        LocalDateTime bc = LocalDateTime.of(-43, 3, 15, 12, 0, 0, 123_456_000);
        LocalDateTime leapBc = LocalDateTime.of(0, 2, 29, 0, 0);
        LocalDateTime far = LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000);
        LocalDateTime oldest = LocalDateTime.of(-4712, 1, 1, 0, 0);
        List<LocalDateTime> moments = List.of(
                first,
                last,
                before2000,
                julian,
                bc,
                leapBc,
                far,
                oldest,
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(1500, 2, 28, 0, 0),
                LocalDateTime.of(1883, 11, 18, 12, 3, 57),
                LocalDateTime.of(2026, 3, 8, 2, 30));
        return Stream.of(
                        moments.stream().map(each -> of(ColumnTypes.LOCAL_DATE_TIME, each)),
                        moments.stream().map(each -> of(ColumnTypes.INSTANT, each.toInstant(UTC))),
                        moments.stream().map(each -> of(ColumnTypes.OFFSET_DATE_TIME, each.atOffset(UTC))),
                        moments.stream().map(each -> of(ColumnTypes.LOCAL_DATE, each.toLocalDate())),
                        same(ColumnTypes.LOCAL_DATE, LocalDate.of(5874897, 12, 31)),
                        same(
                                ColumnTypes.LOCAL_TIME,
                                LocalTime.MIDNIGHT,
                                LocalTime.of(23, 59, 59, 999_999_000),
                                LocalTime.of(1, 2, 3, 4000)),
                        Stream.of(
                                new Sample<>(
                                        ColumnTypes.LOCAL_TIME, LocalTime.MAX, LocalTime.of(23, 59, 59, 999_999_000)),
                                new Sample<>(
                                        ColumnTypes.INSTANT,
                                        Instant.parse("2026-01-01T00:00:00.123456999Z"),
                                        Instant.parse("2026-01-01T00:00:00.123456Z")),
                                new Sample<>(
                                        ColumnTypes.OFFSET_DATE_TIME,
                                        OffsetDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.ofHours(18)),
                                        OffsetDateTime.of(2025, 12, 31, 18, 0, 0, 0, UTC))),
                        same(
                                ColumnTypes.DURATION,
                                Duration.ZERO,
                                Duration.ofMillis(-500),
                                Duration.ofNanos(1000),
                                Duration.ofDays(-3).plusHours(2),
                                Duration.ofHours(25)),
                        same(
                                ColumnTypes.DURATION,
                                Duration.ofDays(Integer.MAX_VALUE),
                                Duration.ofDays(-Integer.MAX_VALUE),
                                Duration.ofSeconds(-1, 1000),
                                Duration.parse("P1DT-2H3M-4.5S")))
                .flatMap(each -> each);
    }

    private static Stream<Sample<?>> others() {
        JsonMapper json = JsonMapper.builder().build();
        Address address = new Address("\"Main\" {st}, \\1", Map.of("a", List.of(1, 2), "b", List.of()), null);
        return Stream.of(
                        same(
                                ColumnTypes.UUID,
                                new UUID(0, 0),
                                new UUID(-1, -1),
                                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")),
                        same(ADDRESS, address),
                        same(NESTED, Map.of("home", List.of(address, address), "none", List.of())),
                        Stream.of(
                                        "null",
                                        "true",
                                        "\"text\"",
                                        "[]",
                                        "{}",
                                        "{\"a\":null,\"b\":[1,null]}",
                                        "12345678901234567890123456789",
                                        "[\"\\\\u0000\"]")
                                .map(each -> of(ColumnTypes.jsonNode(), json.readTree(each))),
                        same(MONEY, new Money(new BigDecimal("-12.34")), new Money(new BigDecimal("0.00"))))
                .flatMap(each -> each);
    }

    @SafeVarargs
    private static <T> Stream<Sample<?>> same(ColumnType<T> type, T... values) {
        return Stream.of(values).map(value -> of(type, value));
    }

    static <T> Sample<T> of(ColumnType<T> type, T value) {
        return new Sample<>(type, value, value);
    }

    @Override
    public String toString() {
        String text = value instanceof byte[] bytes ? List.of(bytes).toString() : String.valueOf(value);
        return type.javaType().getSimpleName() + " as " + type.sqlType() + ": "
                + (text.length() > 60 ? text.substring(0, 60) + "…" : text).replaceAll("\\p{Cntrl}", "␀");
    }
}
