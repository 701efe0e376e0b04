package org.reactiveorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.schema.ProbeRow.Reading;
import org.reactiveorm.schema.ResultColumn.Nullability;
import org.reactiveorm.schema.ResultColumn.WireForm;

class ReaderProbeTest {

    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void seesHowEachColumnIsRead() {
        ReaderProbe probe = probe(row -> List.of(
                row.getLong("b"),
                row.require(0, String.class),
                ColumnTypes.listOf(ColumnTypes.INTEGER).require(row, 2)));
        assertThat(probe.failure()).isNull();
        assertThat(probe.readings())
                .containsEntry(0, new Reading(String.class, false))
                .containsEntry(1, new Reading(Long.class, false))
                .containsEntry(2, new Reading(Integer.class, true))
                .hasSize(3);
        assertThat(probe.refusesNull(2)).isTrue();
    }

    @Test
    void triesTextsUntilOneIsTaken() {
        var colour = ColumnTypes.textEnum(Colour.class, List.of(Colour.values()), List.of("red", "blue"));
        ReaderProbe probe =
                probe(row -> List.of(colour.require(row, 0), colour.require(row, 2), row.getInt(1)), "green", "blue");
        assertThat(probe.failure()).isNull();
        assertThat(probe.readings()).hasSize(3);
    }

    @Test
    void takesNullWhereNoTextIsTaken() {
        var colour = ColumnTypes.textEnum(Colour.class, List.of(Colour.values()), List.of("red", "blue"));
        ReaderProbe probe = probe(
                row -> Stream.of(colour.read(row, 0), row.getInt(1))
                        .filter(Objects::nonNull)
                        .toList(),
                "green");
        assertThat(probe.failure()).isNull();
        assertThat(probe.readings()).hasSize(2);
        assertThat(probe.refusesNull(0)).isFalse();
        assertThat(probe.refusesNull(1)).isTrue();
    }

    @Test
    void saysWhereItCameNoFurther() {
        var colour = ColumnTypes.textEnum(Colour.class, List.of(Colour.values()), List.of("red", "blue"));
        ReaderProbe probe =
                probe(row -> List.of(row.getInt(0), row.get(1, Long.class), colour.require(row, 2)), "green");
        assertThat(probe.failure()).hasMessageContaining("Column 'c' holds ''");
        assertThat(probe.isUnreadable()).isFalse();
        assertThat(probe.refusesNull(0)).isTrue();
        assertThat(probe.refusesNull(1)).isFalse();
    }

    @Test
    void aRecordThatIsNullAsAWholeRefusesNoNull() {
        ReaderProbe probe = probe(row -> row.get(0, String.class) == null && row.get(1, Long.class) == null
                ? "none"
                : row.require(0, String.class) + row.getLong(1) + row.getLong(2));
        assertThat(probe.refusesNull(0)).isFalse();
        assertThat(probe.refusesNull(1)).isFalse();
        assertThat(probe.refusesNull(2)).isTrue();
    }

    @Test
    void columnsThatAreNotThereMakeItUnreadable() {
        RowReader<Object> byName = row -> row.getLong("a") + row.getLong("x");
        RowReader<Object> byIndex = row -> row.getLong(0) + row.getLong(3);
        for (RowReader<?> reader : List.of(byName, byIndex)) {
            ReaderProbe probe = probe(reader);
            assertThat(probe.isUnreadable()).isTrue();
            assertThat(probe.failure()).hasMessageContaining("The result has");
            assertThat(probe.readings()).containsKey(0);
        }
    }

    @Test
    void whatTheCallersCodeThrowsIsNoMissingColumn() {
        ReaderProbe probe = probe(row -> {
            throw new IllegalStateException("no " + row.size());
        });
        assertThat(probe.failure()).hasMessage("no 3");
        assertThat(probe.isUnreadable()).isFalse();
        assertThat(probe.readings()).isEmpty();
    }

    private static ReaderProbe probe(RowReader<?> reader, String... texts) {
        List<ResultColumn> columns = Stream.of("a", "b", "c")
                .map(name -> new ResultColumn(name, "text", new WireForm("text", false, false), Nullability.UNKNOWN))
                .toList();
        return new ReaderProbe(reader, columns, List.of(texts));
    }
}
