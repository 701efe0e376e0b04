package org.reactiveorm.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.execution.Session.array;
import static org.reactiveorm.execution.Session.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactiveorm.execution.Postgres.Format;
import org.reactiveorm.model.ArrayEncoding;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/** Every type, on every way into the database, read in both of the driver's formats. */
class RoundTripIT {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    /** The columns of the table that each session has. */
    private static final Map<Session, String> TABLES = new HashMap<>();

    @BeforeAll
    static void makeTypes() {
        for (Format format : Format.values()) {
            POSTGRES.in(format).run(Sample.MOOD);
        }
    }

    static Stream<Arguments> samples() {
        return Sample.all().flatMap(sample -> Stream.of(Format.values()).map(format -> Arguments.of(format, sample)));
    }

    @ParameterizedTest
    @EnumSource
    void theServerAnswersInTheFormatThatIsTested(Format format) {
        boolean binary = POSTGRES.in(format).driver(Wire.class, "select 1").isBinary();

        assertThat(binary).isEqualTo(format == Format.BINARY);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void aSingleValueComesBack(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());

        session.run(
                "insert into v(v) values (" + sample.type().bound("$1") + ")", value(sample.type(), sample.value()));

        same(session.one(sample.type(), select(sample.type())), sample.expected());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void valuesComeBackThroughACursor(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());
        ColumnType<T> type = sample.type();
        ColumnType<List<T>> lists = ColumnTypes.listOf(type);
        session.run(
                "insert into v(v, l) values (" + type.bound("$1") + ", " + lists.bound("$2") + "), (null, null)",
                value(type, sample.value()),
                value(lists, List.of(sample.value())));

        List<T> single = session.fetch(type, select(type));
        assertThat(single).hasSize(2);
        same(single.get(0), sample.expected());
        assertThat(single.get(1)).isNull();
        same(session.fetch(lists, "select l from v").get(0), List.of(sample.expected()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void aStoredValueIsFoundByEquality(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());
        session.run(
                "insert into v(v) values (" + sample.type().bound("$1") + ")", value(sample.type(), sample.value()));

        long found = session.one(
                ColumnTypes.LONG,
                "select count(*) from v where v = " + sample.type().bound("$1"),
                value(sample.type(), sample.value()));

        assertThat(found).isOne();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void nullComesBackAsNull(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());

        session.run("insert into v(v) values (" + sample.type().bound("$1") + ")", value(sample.type(), null));

        assertThat(session.one(sample.type(), select(sample.type()))).isNull();
        assertThat(session.one(ColumnTypes.LONG, "select count(*) from v where v is null"))
                .isOne();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void manyValuesAreInsertedThroughUnnestInOrder(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());
        ColumnType<T> type = sample.type();

        unnest(session, "v", type, array(type, sample.value(), null, sample.value()));

        List<T> stored = session.read(type, select(type));
        assertThat(stored).hasSize(3);
        same(stored.get(0), sample.expected());
        assertThat(stored.get(1)).isNull();
        same(stored.get(2), sample.expected());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void aStoredValueIsFoundAmongMany(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());
        ColumnType<T> type = sample.type();
        unnest(session, "v", type, array(type, sample.value(), null));

        long found = session.one(
                ColumnTypes.LONG,
                "select count(*) from v where v = any(" + type.array().asArray("$1") + ")",
                array(type, sample.value(), sample.value()));

        assertThat(found).isOne();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void aListComesBack(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());
        ColumnType<List<T>> type = ColumnTypes.listOf(sample.type());
        List<T> list = List.of(sample.value(), sample.value());

        session.run("insert into v(l) values (" + type.bound("$1") + ")", value(type, list));

        same(session.one(type, "select l from v"), List.of(sample.expected(), sample.expected()));
        assertThat(session.one(
                        ColumnTypes.LONG, "select count(*) from v where l = " + type.bound("$1"), value(type, list)))
                .isOne();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    <T> void manyListsAreInsertedThroughUnnestAndFoundAmongMany(Format format, Sample<T> sample) {
        Session session = table(format, sample.type());
        ColumnType<List<T>> type = ColumnTypes.listOf(sample.type());
        List<T> two = List.of(sample.value(), sample.value());

        unnest(session, "l", type, array(type, two, List.of(), null));

        List<List<T>> stored = session.read(type, "select l from v");
        same(stored.get(0), List.of(sample.expected(), sample.expected()));
        assertThat(stored.get(1)).isEmpty();
        assertThat(stored.get(2)).isNull();
        assertThat(session.one(
                        ColumnTypes.LONG,
                        "select count(*) from v where l = any(" + type.array().asArray("$1") + ")",
                        array(type, two)))
                .isOne();
    }

    /** An empty table of the type; a new one only where the one before was of another, since that takes its time. */
    private static Session table(Format format, ColumnType<?> type) {
        Session session = POSTGRES.in(format);
        String columns = "v " + type.sqlType() + ", l " + type.sqlType() + "[]";
        if (columns.equals(TABLES.put(session, columns))) {
            session.run("delete from v");
        } else {
            session.run("drop table if exists pg_temp.v");
            session.run("create temp table v (" + columns + ")");
        }
        return session;
    }

    private static String select(ColumnType<?> type) {
        return "select v" + type.selectedAs() + " from v";
    }

    private static <T> void unnest(
            Session session, String column, ColumnType<T> type, org.reactiveorm.sql.Sql.Parameter values) {
        ArrayEncoding<T> array = type.array();
        session.run(
                "insert into v(" + column + ") select " + array.unnested("i.c") + " from unnest("
                        + array.asUnnestArgument("$1") + ") with ordinality as i(c, n) order by n",
                values);
    }

    private static void same(Object actual, Object expected) {
        if (expected instanceof byte[] bytes) {
            assertThat((byte[]) actual).containsExactly(bytes);
        } else if (expected instanceof List<?> list && list.get(0) instanceof byte[]) {
            assertThat(Arrays.deepEquals(((List<?>) actual).toArray(), list.toArray()))
                    .isTrue();
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
