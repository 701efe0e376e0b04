package org.reactiveorm.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.reactiveorm.execution.Session.array;
import static org.reactiveorm.execution.Session.value;

import io.r2dbc.spi.R2dbcException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.execution.Postgres.Format;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import tools.jackson.databind.json.JsonMapper;

/** The same Java type in columns of other PostgreSQL types behaves as these types do. */
class DeclaredTypesIT {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final ColumnType<String> VARCHAR = ColumnTypes.declared(ColumnTypes.STRING, "varchar(3)");
    private static final ColumnType<String> CHAR = ColumnTypes.declared(ColumnTypes.STRING, "char(3)");
    private static final ColumnType<BigDecimal> NUMERIC = ColumnTypes.declared(ColumnTypes.BIG_DECIMAL, "numeric(5,2)");

    @ParameterizedTest
    @EnumSource
    void aTextThatIsTooLongIsRefusedAndNeverCut(Format format) {
        for (ColumnType<String> type : List.of(VARCHAR, CHAR)) {
            Session session = table(format, type);

            assertSqlState("22001", () -> insert(session, type, "abcd"));
            assertSqlState("22001", () -> insertMany(session, type, "abc", "abcd"));
            assertThat(session.read(type, "select v from d")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatFitsIsStoredAndFound(Format format) {
        Session session = table(format, VARCHAR);
        insert(session, VARCHAR, "abc");
        insertMany(session, VARCHAR, "x", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00");

        assertThat(session.read(VARCHAR, "select v from d"))
                .containsExactly("abc", "x", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00");
        assertThat(found(session, VARCHAR, "abc")).isOne();
        assertThat(found(session, VARCHAR, "abcd")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aPaddedTextIsComparedWithoutItsPadding(Format format) {
        Session session = table(format, CHAR);
        insert(session, CHAR, "a");

        assertThat(session.one(CHAR, "select v from d")).isEqualTo("a  ");
        assertThat(found(session, CHAR, "a")).isOne();
        assertThat(found(session, CHAR, "a  ")).isOne();
        assertThat(foundAmong(session, CHAR, "a", "b")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void aNumberIsRoundedByItsColumnOnlyAndRefusedWhenTooLarge(Format format) {
        Session session = table(format, NUMERIC);
        insert(session, NUMERIC, new BigDecimal("1.5"));

        assertThat(session.one(NUMERIC, "select v from d")).isEqualTo(new BigDecimal("1.50"));
        assertThat(found(session, NUMERIC, new BigDecimal("1.504"))).isZero();
        assertThat(foundAmong(session, NUMERIC, new BigDecimal("1.504"), new BigDecimal("1.5")))
                .isOne();
        assertSqlState("22003", () -> insert(session, NUMERIC, new BigDecimal("1000")));
        assertSqlState("22003", () -> insertMany(session, NUMERIC, new BigDecimal("1000")));
    }

    @ParameterizedTest
    @EnumSource
    void citextIsComparedWithoutCase(Format format) {
        assumeTrue(
                POSTGRES.in(format)
                                .one(
                                        ColumnTypes.LONG,
                                        "select count(*) from pg_available_extensions where name = 'citext'")
                        > 0,
                "the server has no citext");
        POSTGRES.in(format).run("create extension if not exists citext");
        ColumnType<String> type = ColumnTypes.declared(ColumnTypes.STRING, "citext");
        Session session = table(format, type);
        insert(session, type, "Ada@Example.org");
        insertMany(session, type, "\u00e9", "NULL");

        assertThat(session.read(type, "select v" + type.selectedAs() + " from d"))
                .containsExactly("Ada@Example.org", "\u00e9", "NULL");
        assertThat(found(session, type, "ada@example.ORG")).isOne();
        assertThat(foundAmong(session, type, "ADA@example.ORG", "x")).isOne();
        assertThat(session.one(ColumnTypes.listOf(type), "select array_agg(v) from d"))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void typesWithoutABinaryTextAreSelectedAsText(Format format) {
        for (List<String> each : List.of(
                List.of("inet", "10.0.0.1/8"),
                List.of("int4range", "[1,5)"),
                List.of("bit(3)", "101"),
                List.of("xml", "<a/>"),
                List.of("macaddr", "08:00:2b:01:02:03"),
                List.of("tsvector", "'cat'"))) {
            ColumnType<String> type = ColumnTypes.declared(ColumnTypes.STRING, each.get(0));
            Session session = table(format, type);
            insert(session, type, each.get(1));
            insertMany(session, type, each.get(1));

            assertThat(session.read(type, "select v" + type.selectedAs() + " from d"))
                    .as(each.get(0))
                    .containsExactly(each.get(1), each.get(1));
            ColumnType<List<String>> list = ColumnTypes.listOf(type);
            assertThat(session.one(list, "select l" + list.selectedAs() + " from (select array_agg(v) l from d) a"))
                    .as(each.get(0) + "[]")
                    .containsExactly(each.get(1), each.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInstantInAColumnWithoutTimeZoneIsUtcInEverySession(Format format) {
        ColumnType<Instant> type = ColumnTypes.declared(ColumnTypes.INSTANT, "timestamp(3)");
        Instant noon = Instant.parse("2026-07-01T12:00:00.123Z");
        Session session = table(format, type);
        session.run("set time zone 'America/New_York'");
        try {
            insert(session, type, noon);
            insertMany(session, type, noon);

            assertThat(session.read(type, "select v from d")).containsExactly(noon, noon);
            assertThat(session.read(ColumnTypes.STRING, "select v::text from d"))
                    .containsOnly("2026-07-01 12:00:00.123");
            assertThat(found(session, type, noon)).isEqualTo(2);
            assertThat(foundAmong(session, type, noon)).isEqualTo(2);
        } finally {
            session.run("set time zone 'UTC'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherNumbersAndJsonTravelInTheirDeclaredType(Format format) {
        ColumnType<Long> small = ColumnTypes.declared(ColumnTypes.LONG, "smallint");
        Session session = table(format, small);
        insert(session, small, 7L);
        assertThat(session.one(small, "select v from d")).isEqualTo(7);
        assertSqlState("22003", () -> insert(session, small, 40_000L));

        var json = ColumnTypes.declared(ColumnTypes.jsonNode(), "json");
        Session other = table(format, json);
        insert(other, json, JsonMapper.shared().readTree("{\"b\":1,\"a\":2}"));
        insertMany(other, json, JsonMapper.shared().readTree("[1]"));
        assertThat(other.read(json, "select v" + json.selectedAs() + " from d"))
                .hasToString("[{\"b\":1,\"a\":2}, [1]]");
    }

    private static Session table(Format format, ColumnType<?> type) {
        Session session = POSTGRES.in(format);
        session.run("drop table if exists pg_temp.d");
        session.run("create temp table d (v " + type.sqlType() + ")");
        return session;
    }

    private static <T> void insert(Session session, ColumnType<T> type, T value) {
        session.run("insert into d(v) values (" + type.bound("$1") + ")", value(type, value));
    }

    @SafeVarargs
    private static <T> void insertMany(Session session, ColumnType<T> type, T... values) {
        session.run(
                "insert into d(v) select " + type.array().unnested("i.c") + " from unnest("
                        + type.array().asUnnestArgument("$1") + ") i(c)",
                array(type, values));
    }

    private static <T> long found(Session session, ColumnType<T> type, T value) {
        return session.one(
                ColumnTypes.LONG, "select count(*) from d where v = " + type.bound("$1"), value(type, value));
    }

    @SafeVarargs
    private static <T> long foundAmong(Session session, ColumnType<T> type, T... values) {
        return session.one(
                ColumnTypes.LONG,
                "select count(*) from d where v = any(" + type.array().asArray("$1") + ")",
                array(type, values));
    }

    private static void assertSqlState(String state, Runnable statement) {
        assertThatThrownBy(statement::run)
                .isInstanceOfSatisfying(
                        R2dbcException.class, e -> assertThat(e.getSqlState()).isEqualTo(state));
    }
}
