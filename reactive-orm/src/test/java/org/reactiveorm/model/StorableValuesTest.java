package org.reactiveorm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactiveorm.error.InvalidValueException;
import tools.jackson.core.type.TypeReference;

class StorableValuesTest {

    private static final ColumnType<Map<String, String>> JSON = ColumnTypes.json(new TypeReference<>() {});

    static Stream<Arguments> unstorable() {
        return Stream.of(
                Arguments.of(ColumnTypes.STRING, "a\0b", "PostgreSQL has no character U+0000"),
                Arguments.of(ColumnTypes.STRING, "a\uD83D", "position 1"),
                Arguments.of(ColumnTypes.STRING, "\uDE00b", "position 0"),
                Arguments.of(ColumnTypes.declared(ColumnTypes.STRING, "varchar(3)"), "\0", "U+0000"),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.STRING), List.of("a", "\0"), "U+0000"),
                Arguments.of(JSON, Map.of("a", "\0"), "U+0000"),
                Arguments.of(JSON, Map.of("a", "\\\0"), "U+0000"),
                Arguments.of(ColumnTypes.listOf(ColumnTypes.LONG), Arrays.asList(1L, null), "null at position 1"),
                Arguments.of(ColumnTypes.INSTANT, Instant.MAX, "timestamptz"),
                Arguments.of(ColumnTypes.INSTANT, Instant.MIN, "timestamptz"),
                Arguments.of(ColumnTypes.OFFSET_DATE_TIME, OffsetDateTime.MAX, "timestamptz"),
                Arguments.of(ColumnTypes.LOCAL_DATE_TIME, LocalDateTime.MAX, "timestamp"),
                Arguments.of(ColumnTypes.LOCAL_DATE, LocalDate.MAX, "date"),
                Arguments.of(ColumnTypes.LOCAL_DATE, LocalDate.MIN, "date"),
                Arguments.of(ColumnTypes.DURATION, Duration.ofSeconds(Long.MAX_VALUE), "interval"));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    <T> void aValueThatPostgresHasNotIsRefusedBeforeItIsSent(ColumnType<T> type, T value, String reason) {
        assertThatThrownBy(() -> type.encode(value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(reason);
        assertThatThrownBy(() -> type.array().encode(List.of(value), 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anEscapedBackslashBeforeFourZerosIsNoNul() {
        assertThat(JSON.encode(Map.of("a", "\\u0000"))).isEqualTo("{\"a\":\"\\\\u0000\"}");
    }

    @Test
    void partsOfMicrosecondsAreCutOffAlsoBefore1970() {
        assertThat(ColumnTypes.INSTANT.encode(Instant.parse("2026-01-01T00:00:00.123456999Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
        assertThat(ColumnTypes.INSTANT.encode(Instant.parse("1960-01-01T00:00:00.123456999Z")))
                .isEqualTo(Instant.parse("1960-01-01T00:00:00.123456Z"));
    }

    @Test
    void anEnumWithTwoConstantsStoredAsOneIsRefused() {
        List<Thread.State> constants = List.of(Thread.State.NEW, Thread.State.RUNNABLE);

        assertThatThrownBy(() -> ColumnTypes.textEnum(Thread.State.class, constants, List.of("x", "x")))
                .hasMessageContaining("both NEW and RUNNABLE");
        assertThatThrownBy(() -> ColumnTypes.textEnum(Thread.State.class, constants, List.of("x")))
                .hasMessageContaining("2 constants, but 1");
    }

    static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of(List.of(), "{}"),
                Arguments.of(List.of("a", "b"), "{\"a\",\"b\"}"),
                Arguments.of(List.of("", "NULL", " "), "{\"\",\"NULL\",\" \"}"),
                Arguments.of(List.of("{a,b}"), "{\"{a,b}\"}"),
                Arguments.of(List.of("say \"x\""), "{\"say \\\"x\\\"\"}"),
                Arguments.of(List.of("back\\slash\\"), "{\"back\\\\slash\\\\\"}"));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void aListAmongManyIsAnArrayLiteral(List<String> list, String literal) {
        assertThat(ColumnTypes.listOf(ColumnTypes.STRING).array().encode(List.of(list), 1))
                .containsExactly(literal);
    }

    @Test
    void elementsThatAreNoTextsAreWrittenAsPostgresReadsThem() {
        assertThat(literal(ColumnTypes.LONG, 1L)).isEqualTo("{\"1\"}");
        assertThat(literal(ColumnTypes.BYTES, new byte[] {0, -1})).isEqualTo("{\"\\\\x00ff\"}");
        assertThat(literal(ColumnTypes.LOCAL_DATE, LocalDate.of(-43, 3, 15))).isEqualTo("{\"0044-03-15 BC\"}");
        assertThat(literal(ColumnTypes.INSTANT, Instant.parse("+10000-01-01T00:00:00Z")))
                .isEqualTo("{\"10000-01-01 00:00+00\"}");
        assertThat(literal(ColumnTypes.DURATION, Duration.ofHours(49))).isEqualTo("{\"P2DT1H\"}");
    }

    @Test
    void castsLeaveTheLengthToTheColumn() {
        assertThat(ColumnTypes.declared(ColumnTypes.STRING, "varchar(3)").bound("$1"))
                .isEqualTo("$1::varchar");
        assertThat(ColumnTypes.declared(ColumnTypes.STRING, "CHAR (2)").bound("$1"))
                .isEqualTo("$1::bpchar");
        assertThat(ColumnTypes.declared(ColumnTypes.STRING, "character varying(3)")
                        .bound("$1"))
                .isEqualTo("$1::character varying");
        assertThat(ColumnTypes.declared(ColumnTypes.BIG_DECIMAL, "numeric(5, 2)")
                        .bound("$1"))
                .isEqualTo("$1::numeric");
        assertThat(ColumnTypes.declared(ColumnTypes.LOCAL_DATE_TIME, "timestamp(0) without time zone")
                        .bound("$1"))
                .isEqualTo("$1::timestamp without time zone");
        assertThat(ColumnTypes.declared(ColumnTypes.STRING, "varchar(3)").sqlType())
                .isEqualTo("varchar(3)");
        assertThat(ColumnTypes.listOf(ColumnTypes.declared(ColumnTypes.STRING, "varchar(3)"))
                        .sqlType())
                .isEqualTo("varchar(3)[]");
    }

    @Test
    void aDeclaredArrayIsAListOfDeclaredElements() {
        ColumnType<List<String>> type = ColumnTypes.declared(ColumnTypes.listOf(ColumnTypes.STRING), "citext[]");

        assertThat(type.bound("$1")).isEqualTo("$1::text[]::citext[]");
        assertThat(type.sqlType()).isEqualTo("citext[]");
    }

    private static <T> Object literal(ColumnType<T> type, T value) {
        return ColumnTypes.listOf(type).array().encode(List.of(List.of(value)), 1)[0];
    }
}
