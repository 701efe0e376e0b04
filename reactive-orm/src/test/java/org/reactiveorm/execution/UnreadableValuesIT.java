package org.reactiveorm.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.execution.Postgres.Format;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/** What PostgreSQL has and Java has not is an error that names the column, and never a wrong value. */
class UnreadableValuesIT {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    static Stream<Arguments> unreadable() {
        return Stream.of(
                        none(ColumnTypes.INSTANT, "'infinity'::timestamptz", "infinity"),
                        none(ColumnTypes.INSTANT, "'-infinity'::timestamptz", "infinity"),
                        none(ColumnTypes.OFFSET_DATE_TIME, "'infinity'::timestamptz", "infinity"),
                        none(ColumnTypes.LOCAL_DATE_TIME, "'infinity'::timestamp", "infinity"),
                        none(ColumnTypes.LOCAL_DATE_TIME, "'-infinity'::timestamp", "infinity"),
                        none(ColumnTypes.LOCAL_DATE, "'infinity'::date", "infinity"),
                        none(ColumnTypes.LOCAL_DATE, "'-infinity'::date", "infinity"),
                        none(ColumnTypes.LOCAL_TIME, "'24:00:00'::time", "24:00:00"),
                        none(ColumnTypes.DURATION, "'infinity'::interval", "infinite"),
                        none(ColumnTypes.DURATION, "'-infinity'::interval", "infinite"),
                        none(ColumnTypes.DURATION, "'1 mon'::interval", "months"),
                        none(ColumnTypes.DURATION, "'-2 years 3 days 04:05:06'::interval", "months"),
                        none(ColumnTypes.BIG_DECIMAL, "'NaN'::numeric", "NaN is no number"),
                        none(ColumnTypes.BIG_DECIMAL, "'Infinity'::numeric", "Read it as a double"),
                        none(ColumnTypes.BIG_INTEGER, "'-Infinity'::numeric", "-Infinity"),
                        none(ColumnTypes.BIG_INTEGER, "1.5::numeric", "fraction"),
                        none(ColumnTypes.LONG, "1.5::numeric", "read as Long"),
                        none(ColumnTypes.LONG, "9223372036854775808::numeric", "read as Long"),
                        none(ColumnTypes.INTEGER, "2147483648::bigint", "2147483648 does not fit into an int"),
                        none(ColumnTypes.SHORT, "-32769::int", "-32769 does not fit into a short"),
                        none(ColumnTypes.FLOAT, "1e300::float8", "does not fit into a float"),
                        none(ColumnTypes.LONG, "'12'::text", "PostgreSQL type text"),
                        none(ColumnTypes.BOOLEAN, "1", "PostgreSQL type integer"),
                        none(ColumnTypes.UUID, "'x'::text", "UUID"),
                        none(ColumnTypes.LOCAL_DATE, "'2020-01-01 00:00'::timestamp", "PostgreSQL type timestamp"),
                        none(ColumnTypes.BYTES, "'x'::text", "PostgreSQL type text"),
                        none(Sample.AS_TEXT, "'unheard of'::text", "'unheard of', which is no constant of Mood"),
                        none(Sample.ADDRESS, "'[1]'::jsonb", "JSON"),
                        none(ColumnTypes.listOf(ColumnTypes.LONG), "array[1, null]::bigint[]", "NULL at position 2"),
                        none(ColumnTypes.listOf(ColumnTypes.STRING), "array[null, 'NULL']", "NULL at position 1"),
                        none(ColumnTypes.listOf(ColumnTypes.LONG), "array[[1, 2], [3, 4]]", "several dimensions"),
                        none(ColumnTypes.listOf(ColumnTypes.LOCAL_DATE), "array['infinity'::date]", "infinity"))
                .flatMap(each -> Stream.of(Format.values())
                        .map(format -> Arguments.of(format, each.get()[0], each.get()[1], each.get()[2])));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("unreadable")
    void aValueThatJavaHasNotIsAMappingException(Format format, ColumnType<?> type, String sql, String reason) {
        assertThatThrownBy(() -> POSTGRES.in(format).one(type, "select " + sql + " as culprit"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("'culprit'")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @EnumSource
    void theConnectionIsGoodAfterwards(Format format) {
        Session session = POSTGRES.in(format);
        assertThatThrownBy(
                        () -> session.read(ColumnTypes.INTEGER, "select 3000000000 + n from generate_series(1, 500) n"))
                .isInstanceOf(MappingException.class);

        assertThat(session.one(ColumnTypes.INTEGER, "select 1")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreReadAsAnyNumberThatHoldsThem(Format format) {
        Session session = POSTGRES.in(format);

        assertThat(session.one(ColumnTypes.LONG, "select 7::int2")).isEqualTo(7);
        assertThat(session.one(ColumnTypes.SHORT, "select 7::int8")).isEqualTo((short) 7);
        assertThat(session.one(ColumnTypes.LONG, "select 7.00::numeric")).isEqualTo(7);
        assertThat(session.one(ColumnTypes.LONG, "select sum(n) from generate_series(1::int8, 3) n"))
                .isEqualTo(6);
        assertThat(session.one(ColumnTypes.LONG, "select 4294967295::oid")).isEqualTo(4294967295L);
        assertThat(session.one(ColumnTypes.DOUBLE, "select 0.5::float4")).isEqualTo(0.5);
        assertThat(session.one(ColumnTypes.DOUBLE, "select 1.25::numeric")).isEqualTo(1.25);
        assertThat(session.one(ColumnTypes.BIG_DECIMAL, "select 0.1::float8")).isEqualTo(new BigDecimal("0.1"));
        assertThat(session.one(ColumnTypes.BIG_DECIMAL, "select 5::int4")).isEqualTo(new BigDecimal("5"));
        assertThat(session.one(ColumnTypes.BIG_INTEGER, "select 5::int8")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadFromEveryTypeThatIsText(Format format) {
        Session session = POSTGRES.in(format);

        assertThat(session.one(ColumnTypes.STRING, "select 'relname'::name")).isEqualTo("relname");
        assertThat(session.one(ColumnTypes.STRING, "select 'ab'::char(4)")).isEqualTo("ab  ");
        assertThat(session.one(ColumnTypes.STRING, "select 'c'::\"char\"")).isEqualTo("c");
        assertThat(session.one(ColumnTypes.STRING, "select '{\"a\": 1}'::jsonb"))
                .isEqualTo("{\"a\": 1}");
        assertThat(session.one(ColumnTypes.STRING, "select '{\"a\":1}'::json")).isEqualTo("{\"a\":1}");
        assertThat(session.one(ColumnTypes.STRING, "select 42::int8")).isEqualTo("42");
        assertThat(session.one(ColumnTypes.STRING, "select 1.50::numeric")).isEqualTo("1.50");
        assertThat(session.one(ColumnTypes.listOf(ColumnTypes.STRING), "select array['a', 'b c']::name[]"))
                .containsExactly("a", "b c");
        assertThat(session.one(ColumnTypes.listOf(ColumnTypes.STRING), "select '[3:4]={x,\"y,z\"}'::text[]"))
                .containsExactly("x", "y,z");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notText")
    void inBinaryATypeThatIsNoTextIsRefusedAsText(String sql) {
        assertThatThrownBy(() -> POSTGRES.in(Format.BINARY).one(ColumnTypes.STRING, "select " + sql + " as culprit"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("'culprit'")
                .hasMessageContaining("::text");
    }

    static Stream<String> notText() {
        return Stream.of(
                "int4range(1, 5)", "'12.5'::money", "'10.0.0.1'::inet", "point(1, 2)", "'{1,2}'::int[]", "now()");
    }

    @ParameterizedTest
    @EnumSource
    void intervalsOfDaysAndTimesAreReadInEveryShape(Format format) {
        Session session = POSTGRES.in(format);

        assertThat(session.one(ColumnTypes.DURATION, "select '-1 day +02:03:04.000005'::interval"))
                .isEqualTo(Duration.parse("P-1DT2H3M4.000005S"));
        assertThat(session.one(ColumnTypes.DURATION, "select '1 day -00:00:00.5'::interval"))
                .isEqualTo(Duration.parse("P1DT-0.5S"));
        assertThat(session.one(ColumnTypes.DURATION, "select '1000000 hours'::interval"))
                .isEqualTo(Duration.ofHours(1_000_000));
        assertThat(session.one(ColumnTypes.DURATION, "select '1 day'::interval"))
                .isEqualTo(Duration.ofDays(1));
        assertThat(session.one(ColumnTypes.DURATION, "select '1 year -12 mons 1 day'::interval"))
                .isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @EnumSource
    void timesWithHistoricOffsetsAreTheSameInstant(Format format) {
        Session session = POSTGRES.in(format);
        session.run("set time zone 'Asia/Kolkata'");
        try {
            assertThat(session.one(ColumnTypes.INSTANT, "select '1850-01-01 00:00:00+00'::timestamptz"))
                    .hasToString("1850-01-01T00:00:00Z");
            assertThat(session.one(ColumnTypes.INSTANT, "select '0045-06-01 00:00:00.25+00 BC'::timestamptz"))
                    .hasToString("-0044-06-01T00:00:00.250Z");
            assertThat(session.one(ColumnTypes.OFFSET_DATE_TIME, "select '2026-07-01 00:00:00+05:30'::timestamptz"))
                    .hasToString("2026-06-30T18:30Z");
        } finally {
            session.run("set time zone 'UTC'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void arraysOfDatesAreReadBeforeChrist(Format format) {
        List<LocalDate> dates =
                POSTGRES.in(format).one(ColumnTypes.listOf(ColumnTypes.LOCAL_DATE), "select '{0044-03-15 BC}'::date[]");

        assertThat(dates).containsExactly(LocalDate.of(-43, 3, 15));
    }

    @ParameterizedTest
    @EnumSource
    void primitivesAreReadWithoutBoxes(Format format) {
        Session session = POSTGRES.in(format);

        assertThat(session.map("select true", row -> row.getBoolean(0))).containsExactly(true);
        assertThat(session.map("select 7::int2", row -> row.getShort(0))).containsExactly((short) 7);
        assertThat(session.map("select 7", row -> row.getInt(0))).containsExactly(7);
        assertThat(session.map("select n from generate_series(1::int8, 3) n", row -> row.getLong(0)))
                .containsExactly(1L, 2L, 3L);
        assertThat(session.map("select -0.0::float4", row -> row.getFloat(0))).containsExactly(-0f);
        assertThat(session.map("select 'NaN'::float8", row -> row.getDouble(0))).containsExactly(Double.NaN);
    }

    @ParameterizedTest
    @EnumSource
    void aNullForAPrimitiveNamesTheColumn(Format format) {
        assertThatThrownBy(() -> POSTGRES.in(format).map("select null::int8 as culprit", row -> row.getLong(0)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("'culprit' is NULL");
    }

    @ParameterizedTest
    @EnumSource
    void aColumnTooManyIsNamedByItsNumber(Format format) {
        assertThatThrownBy(() -> POSTGRES.in(format).map("select 1 as only", row -> row.getInt(1)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("1 columns")
                .hasMessageContaining("column 2");
    }

    private static Arguments none(ColumnType<?> type, String sql, String reason) {
        return Arguments.of(type, sql, reason);
    }
}
