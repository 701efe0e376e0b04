package org.reactiveorm.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Table;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.WrittenRows;
import org.reactiveorm.sqlstate.Clue;
import org.reactiveorm.sqlstate.Clue.Key.Fault;
import org.reactiveorm.sqlstate.Culprit;

/** What is found, and above all what is not. */
class CulpritFinderTest {

    private static final ColumnType<String> SHORT_TEXT = ColumnTypes.declared(ColumnTypes.STRING, "varchar(3)");

    @SafeVarargs
    private static <T> Given<T> column(String name, ColumnType<T> type, @Nullable T... values) {
        return new Given<>(name, type, Arrays.asList(values));
    }

    private static WrittenRows rows(String table, Given<?>... columns) {
        return new WrittenRows(Table.of(table), List.of(columns), List.of("taken"), InputRows.inOrder(10));
    }

    private static Culprit found(Clue clue, WrittenRows... written) {
        return found("t", clue, written);
    }

    private static Culprit found(@Nullable String table, Clue clue, WrittenRows... written) {
        return new CulpritFinder(List.of(written), table).find(clue, KnownEntities.none());
    }

    private static Clue taken(String values, String... columns) {
        return new Clue.Key(List.of(columns), values, Fault.TAKEN);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text(ColumnTypes.STRING, "a, (b)=(c)", "a, (b)=(c)"),
                text(ColumnTypes.SHORT, (short) 7, "7"),
                text(ColumnTypes.LONG, 7L, "7"),
                text(ColumnTypes.BOOLEAN, true, "t"),
                text(ColumnTypes.DOUBLE, 1.0, "1"),
                text(ColumnTypes.BIG_DECIMAL, new BigDecimal("1.5"), "1.500"),
                text(ColumnTypes.declared(ColumnTypes.BIG_DECIMAL, "numeric(5,2)"), new BigDecimal("1.005"), "1.01"),
                text(ColumnTypes.declared(ColumnTypes.STRING, "char(4)"), "ab", "ab  "),
                text(
                        ColumnTypes.UUID,
                        UUID.fromString("00000000-0000-0000-0000-00000000000a"),
                        "00000000-0000-0000-0000-00000000000a"),
                text(ColumnTypes.BYTES, new byte[] {1, (byte) 0xfe}, "\\x01fe"),
                text(ColumnTypes.LOCAL_DATE, LocalDate.of(2024, 2, 29), "2024-02-29"),
                text(ColumnTypes.LOCAL_TIME, LocalTime.of(1, 2), "01:02:00"),
                text(
                        ColumnTypes.LOCAL_DATE_TIME,
                        LocalDateTime.of(2024, 1, 2, 3, 4, 5, 600_000_000),
                        "2024-01-02 03:04:05.6"),
                text(ColumnTypes.INSTANT, Instant.EPOCH, "1970-01-01 05:30:00+05:30"),
                text(
                        ColumnTypes.OFFSET_DATE_TIME,
                        OffsetDateTime.parse("1970-01-01T01:00:00+01:00"),
                        "1970-01-01 00:00:00+00"));
    }

    private static <T> Arguments text(ColumnType<T> type, T value, String text) {
        return Arguments.of(column("c", type, value), text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aValueIsRecognisedInTheFormOfTheServer(Given<?> column, String text) {
        assertThat(found(taken(text, "c"), rows("t", column)).row()).isEqualTo(InputRow.of(0, 10));
        assertThat(found(taken("other", "c"), rows("t", column)).row()).isNull();
    }

    @Test
    void aKeyThatSeveralRowsHave() {
        WrittenRows rows = rows("t", column("c", ColumnTypes.LONG, 1L, null, 2L, 1L, 1L));
        assertThat(found(taken("1", "c"), rows).row()).isEqualTo(new InputRow(3, 0, 10));
        assertThat(found(new Clue.Key(List.of("c"), "1", Fault.MISSING), rows).row())
                .isEqualTo(InputRow.of(0, 10));
        assertThat(found(taken("null", "c"), rows).row()).isNull();
    }

    @Test
    void aKeyOfSeveralColumnsThatCannotBeTakenApart() {
        WrittenRows rows =
                rows("t", column("a", ColumnTypes.STRING, "x", "x, y"), column("b", ColumnTypes.STRING, "y", "z"));
        assertThat(found(taken("x, y", "a", "b"), rows).row()).isEqualTo(InputRow.of(0, 10));
        assertThat(found(taken("x, y, z", "a", "b"), rows).row()).isNull();
        assertThat(found(taken("x", "lower(a)"), rows).row()).isNull();
    }

    @Test
    void onlyTheTableThatTheServerNamesIsLookedAt() {
        WrittenRows here = rows("t", column("c", ColumnTypes.LONG, 1L));
        WrittenRows there = rows("other", column("c", ColumnTypes.LONG, 5L, 1L));
        assertThat(found("other", taken("1", "c"), here, there).row()).isEqualTo(InputRow.of(1, 10));
        assertThat(found("third", taken("1", "c"), here, there).row()).isNull();
        // a partition of the only one
        assertThat(found("t_2024", taken("1", "c"), here).row()).isEqualTo(InputRow.of(0, 10));
    }

    @Test
    void aMissingValueIsInTheFirstRowThatLacksIt() {
        WrittenRows given =
                rows("t", column("a", ColumnTypes.LONG, 1L, 2L, 3L), column("b", ColumnTypes.LONG, 1L, null, null));
        assertThat(found(new Clue.FailingRow("b", "3, null"), given).row()).isEqualTo(InputRow.of(2, 10));
        assertThat(found(new Clue.FailingRow("b", null), given).row()).isEqualTo(InputRow.of(1, 10));
        assertThat(found(new Clue.FailingRow("c", null), given).row()).isEqualTo(InputRow.of(0, 10));
        assertThat(found(new Clue.FailingRow("taken", null), given).row()).isNull();
        assertThat(found("audit", new Clue.FailingRow("c", null), given).row()).isNull();
    }

    @Test
    void aRowThatBreaksACheckHasToBeTheOnlyOneThatItCouldBe() {
        WrittenRows rows = rows(
                "t",
                column("a", ColumnTypes.STRING, "x", "y", "x"),
                column("b", ColumnTypes.LONG, 1L, 2L, 3L),
                column("c", ColumnTypes.LONG, 3L, 5L, 1L));
        assertThat(found(new Clue.FailingRow(null, "y, 2, 5"), rows).row()).isEqualTo(InputRow.of(1, 10));
        assertThat(found(new Clue.FailingRow(null, "5, y, 7, 2"), rows).row()).isEqualTo(InputRow.of(1, 10));
        // the columns may stand in any order
        assertThat(found(new Clue.FailingRow(null, "x, 1, 3"), rows).row()).isNull();
        assertThat(found(new Clue.FailingRow(null, null), rows).row()).isNull();
        WrittenRows equal = rows("t", column("a", ColumnTypes.STRING, "x", "x"));
        assertThat(found(new Clue.FailingRow(null, "9, x"), equal).row()).isEqualTo(InputRow.of(0, 10));
        WrittenRows cutOff = rows("t", column("a", ColumnTypes.STRING, "x".repeat(70), "y".repeat(70)));
        assertThat(found(new Clue.FailingRow(null, "x".repeat(64) + "..."), cutOff)
                        .row())
                .isNull();
    }

    @Test
    void aTextThatIsTooLongIsLookedForInColumnsOfThatLengthFirst() {
        Clue clue = new Clue.Length("character varying", 3);
        Given<String> limited = column("a", SHORT_TEXT, "abc  ", "😀😀😀", "abcd");
        Given<String> free = column("b", ColumnTypes.STRING, "abcdef", "abcdef", "x");
        Culprit culprit = found(null, clue, rows("t", limited, free));
        assertThat(culprit.properties()).containsExactly("a");
        assertThat(culprit.row()).isEqualTo(InputRow.of(2, 10));
        assertThat(found(null, clue, rows("t", free)).properties()).containsExactly("b");
        assertThat(found(null, clue, rows("t", free, column("c", ColumnTypes.STRING, "wxyz")))
                        .properties())
                .isEmpty();
        assertThat(found(null, clue, rows("t", column("a", ColumnTypes.listOf(SHORT_TEXT), List.of("x", "abcd"))))
                        .properties())
                .containsExactly("a");
    }

    @Test
    void aNumberThatIsTooLargeAfterItIsRounded() {
        ColumnType<BigDecimal> price = ColumnTypes.declared(ColumnTypes.BIG_DECIMAL, "numeric(5, 2)");
        Given<BigDecimal> prices = column("a", price, new BigDecimal("999.994"), new BigDecimal("-999.995"));
        assertThat(found(null, new Clue.Digits(5, 2), rows("t", prices)).row()).isEqualTo(InputRow.of(1, 10));
        Given<BigDecimal> computed = column("a", price);
        assertThat(found(null, new Clue.Digits(5, 2), rows("t", computed)).properties())
                .containsExactly("a");
        assertThat(found(
                                null,
                                new Clue.Range("integer"),
                                rows("t", column("a", ColumnTypes.INTEGER), column("b", ColumnTypes.INTEGER)))
                        .properties())
                .isEmpty();
    }

    @Test
    void theOnlyRowIsTheOneWhateverIsWrong() {
        WrittenRows only = new WrittenRows(
                Table.of("t"), List.of(column("a", ColumnTypes.LONG, 1L)), List.of(), InputRows.inOrder(1));
        assertThat(found(null, new Clue.Nothing(), only).row()).isEqualTo(InputRow.of(0, 1));
        WrittenRows update = new WrittenRows(Table.of("t"), only.columns(), List.of(), InputRows.none());
        assertThat(found(taken("1", "a"), update).row()).isNull();
        assertThat(found(taken("1", "a")).row()).isNull();
    }
}
