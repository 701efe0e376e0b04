package org.reactiveorm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConvertedValuesTest {

    enum Colour {
        RED,
        GREEN
    }

    private static final ColumnType<Colour> COLOUR =
            ColumnTypes.textEnum(Colour.class, List.of(Colour.values()), List.of("r", "g"));

    private static final ColumnType<Colour> DOUBLED = ColumnTypes.converted(
            new ValueCodec<Colour, Integer>() {
                @Override
                public Integer encode(Colour value) {
                    return value.ordinal();
                }

                @Override
                public Colour decode(Integer stored) {
                    return Colour.values()[stored];
                }
            },
            Colour.class,
            ColumnTypes.INTEGER);

    static Stream<Arguments> fitting() {
        return Stream.of(
                Arguments.of(ColumnTypes.LONG, 7, 7L),
                Arguments.of(ColumnTypes.LONG, new BigDecimal("7.0"), 7L),
                Arguments.of(ColumnTypes.INTEGER, 7L, 7),
                Arguments.of(ColumnTypes.INTEGER, 7.0, 7),
                Arguments.of(ColumnTypes.SHORT, (byte) 7, (short) 7),
                Arguments.of(ColumnTypes.FLOAT, 0.5, 0.5f),
                Arguments.of(ColumnTypes.FLOAT, 0.1, 0.1f),
                Arguments.of(ColumnTypes.FLOAT, Double.NaN, Float.NaN),
                Arguments.of(ColumnTypes.DOUBLE, 0.1f, 0.1),
                Arguments.of(ColumnTypes.DOUBLE, 1L << 53, 0x1p53),
                Arguments.of(ColumnTypes.DOUBLE, Float.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
                Arguments.of(ColumnTypes.BIG_DECIMAL, 0.1, new BigDecimal("0.1")),
                Arguments.of(ColumnTypes.BIG_DECIMAL, Long.MIN_VALUE, new BigDecimal("-9223372036854775808")),
                Arguments.of(ColumnTypes.BIG_INTEGER, 7, BigInteger.valueOf(7)),
                Arguments.of(ColumnTypes.STRING, "x", "x"),
                Arguments.of(
                        ColumnTypes.INSTANT,
                        OffsetDateTime.of(2026, 1, 1, 1, 0, 0, 0, ZoneOffset.ofHours(1)),
                        Instant.parse("2026-01-01T00:00:00Z")),
                Arguments.of(COLOUR, Colour.RED, Colour.RED),
                Arguments.of(DOUBLED, 1L, Colour.GREEN),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.LONG), List.of(1, (short) 2), List.of(1L, 2L)),
                Arguments.of(ColumnTypes.declared(ColumnTypes.LONG, "smallint"), 7, 7L));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void aValueThatFitsIsConvertedWithoutLoss(ColumnType<?> type, Object value, Object expected) {
        assertThat(type.convert(value)).isEqualTo(expected);
    }

    static Stream<Arguments> unfitting() {
        return Stream.of(
                Arguments.of(ColumnTypes.INTEGER, 2147483648L, "2147483648 does not fit into Integer"),
                Arguments.of(ColumnTypes.INTEGER, 1.5, "1.5 does not fit"),
                Arguments.of(ColumnTypes.LONG, Double.NaN, "NaN does not fit"),
                Arguments.of(ColumnTypes.LONG, "7", "expected Long, but got java.lang.String"),
                Arguments.of(ColumnTypes.FLOAT, 1e300, "does not fit"),
                Arguments.of(ColumnTypes.DOUBLE, (1L << 53) + 1, "does not fit"),
                Arguments.of(ColumnTypes.BIG_INTEGER, 1.5, "does not fit"),
                Arguments.of(ColumnTypes.BOOLEAN, 1, "expected Boolean"),
                Arguments.of(ColumnTypes.STRING, 'x', "expected String"),
                Arguments.of(COLOUR, "r", "expected Colour"),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.LONG), "1", "expected List"),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.LONG), Arrays.asList(1L, null), "null at position 1"),
                Arguments.of(ColumnTypes.jsonNode(), "{}", "expected JsonNode"));
    }

    @ParameterizedTest
    @MethodSource("unfitting")
    void aValueThatDoesNotFitIsRefusedWithTheReason(ColumnType<?> type, Object value, String reason) {
        assertThatThrownBy(() -> type.convert(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> parsable() {
        return Stream.of(
                Arguments.of(ColumnTypes.BOOLEAN, "false", false),
                Arguments.of(ColumnTypes.SHORT, "-7", (short) -7),
                Arguments.of(ColumnTypes.INTEGER, "7", 7),
                Arguments.of(ColumnTypes.LONG, "9223372036854775807", Long.MAX_VALUE),
                Arguments.of(ColumnTypes.FLOAT, "0.1", 0.1f),
                Arguments.of(ColumnTypes.DOUBLE, "1e3", 1000d),
                Arguments.of(ColumnTypes.BIG_DECIMAL, "1.50", new BigDecimal("1.50")),
                Arguments.of(ColumnTypes.BIG_INTEGER, "12", BigInteger.valueOf(12)),
                Arguments.of(ColumnTypes.STRING, "", ""),
                Arguments.of(ColumnTypes.BYTES, "AP8=", new byte[] {0, -1}),
                Arguments.of(ColumnTypes.UUID, "00000000-0000-0000-0000-000000000001", new UUID(0, 1)),
                Arguments.of(ColumnTypes.INSTANT, "2026-01-01T00:00:00Z", Instant.parse("2026-01-01T00:00:00Z")),
                Arguments.of(
                        ColumnTypes.OFFSET_DATE_TIME,
                        "2026-01-01T00:00+01:00",
                        OffsetDateTime.parse("2026-01-01T00:00+01:00")),
                Arguments.of(ColumnTypes.LOCAL_DATE_TIME, "2026-01-01T00:00", LocalDateTime.of(2026, 1, 1, 0, 0)),
                Arguments.of(ColumnTypes.LOCAL_DATE, "2026-01-01", LocalDate.of(2026, 1, 1)),
                Arguments.of(ColumnTypes.LOCAL_TIME, "12:30", LocalTime.of(12, 30)),
                Arguments.of(ColumnTypes.DURATION, "PT1M", Duration.ofMinutes(1)),
                Arguments.of(COLOUR, "g", Colour.GREEN),
                Arguments.of(COLOUR, "GREEN", Colour.GREEN),
                Arguments.of(DOUBLED, "0", Colour.RED),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.INTEGER), "1,2", List.of(1, 2)),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.INTEGER), "", List.of()));
    }

    @ParameterizedTest
    @MethodSource("parsable")
    void aRequestParameterIsParsed(ColumnType<?> type, String text, Object expected) {
        assertThat(type.parse(text)).isEqualTo(expected);
    }

    static Stream<Arguments> unparsable() {
        return Stream.of(
                Arguments.of(ColumnTypes.BOOLEAN, "yes", "expected Boolean, but got 'yes'"),
                Arguments.of(ColumnTypes.INTEGER, "2147483648", "expected Integer, but got '2147483648'"),
                Arguments.of(ColumnTypes.INTEGER, "", "expected Integer"),
                Arguments.of(ColumnTypes.DOUBLE, "0x1p3", "expected Double"),
                Arguments.of(ColumnTypes.DOUBLE, "1d", "expected Double"),
                Arguments.of(ColumnTypes.FLOAT, " 1", "expected Float"),
                Arguments.of(ColumnTypes.BYTES, "!", "expected byte[]"),
                Arguments.of(ColumnTypes.UUID, "1-1-1-1-1", "expected UUID"),
                Arguments.of(ColumnTypes.LOCAL_DATE, "01.02.2026", "expected LocalDate"),
                Arguments.of(COLOUR, "blue", "expected one of [g, r], but got 'blue'"),
                Arguments.of(DOUBLED, "9", "expected Colour, but"),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.INTEGER), "1,,2", "expected Integer"),
                Arguments.of(ColumnTypes.FLOAT, "1e50", "expected Float"),
                Arguments.of(ColumnTypes.FLOAT, "-1e50", "expected Float"),
                Arguments.of(ColumnTypes.FLOAT, "1e-50", "expected Float"),
                Arguments.of(ColumnTypes.DOUBLE, "1e400", "expected Double"),
                Arguments.of(ColumnTypes.DOUBLE, "-1e-400", "expected Double"),
                Arguments.of(ColumnTypes.jsonNode(), "{", "expected JSON"));
    }

    @Test
    void floatingNumbersAreReadAsTheNearestThatThereIs() {
        assertThat(ColumnTypes.FLOAT.parse("0.1")).isEqualTo(0.1f);
        assertThat(ColumnTypes.DOUBLE.parse("-0.0")).isEqualTo(-0.0);
        assertThat(ColumnTypes.DOUBLE.parse("0e9")).isZero();
        assertThat(ColumnTypes.FLOAT.parse("-Infinity")).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(ColumnTypes.DOUBLE.parse("NaN")).isNaN();
    }

    @ParameterizedTest
    @MethodSource("unparsable")
    void aRequestParameterOfAnotherTypeIsRefused(ColumnType<?> type, String text, String reason) {
        assertThatThrownBy(() -> type.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void everyBoundClassHasItsType() {
        assertThat(bound(1L)).isSameAs(ColumnTypes.LONG);
        assertThat(bound(List.of(1L)).sqlType()).isEqualTo("int8[]");
        assertThat(bound(Colour.RED).sqlType()).isEqualTo("text");
    }

    @Test
    void aValueThatCannotBeBoundIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> bound(new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.StringBuilder")
                .hasMessageContaining("LocalDate");
        assertThatThrownBy(() -> bound(List.of(1, 2L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Integer and Long");
        assertThatThrownBy(() -> bound(Arrays.asList(1, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> bound(List.of(List.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another Collection");
    }

    private static ColumnType<?> bound(Object value) {
        return ColumnTypes.of(value, constant -> null);
    }
}
