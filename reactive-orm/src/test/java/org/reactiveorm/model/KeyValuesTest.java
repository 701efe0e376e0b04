package org.reactiveorm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyValuesTest {

    private static final Property<KeyValuesTest, Long> NUMBER =
            Property.of("number", "number", ColumnTypes.LONG, none -> null);

    record Case<T>(ColumnType<T> type, T one, T equal, T different) {

        Property<KeyValuesTest, T> property() {
            return Property.of("key", "key", type, none -> null);
        }

        Object key(T value) {
            return KeyValues.of(List.of(property()), List.of(value));
        }

        Object pair(T value) {
            return KeyValues.of(List.of(NUMBER, property()), List.of(1L, value));
        }
    }

    static Stream<Case<?>> cases() {
        return Stream.of(
                new Case<>(ColumnTypes.BYTES, new byte[] {1, -1}, new byte[] {1, -1}, new byte[] {1}),
                new Case<>(ColumnTypes.DOUBLE, 0.0, -0.0, 0.1),
                new Case<>(ColumnTypes.DOUBLE, Double.NaN, Double.NaN, 0.0),
                new Case<>(ColumnTypes.FLOAT, 0.0f, -0.0f, 0.1f),
                new Case<>(ColumnTypes.BIG_DECIMAL, new BigDecimal("1.0"), new BigDecimal("1.00"), BigDecimal.TEN),
                new Case<>(ColumnTypes.STRING, "a", "a", "a "),
                new Case<>(ColumnTypes.declared(ColumnTypes.STRING, "varchar(4)"), "a", "a", "A"),
                new Case<>(ColumnTypes.declared(ColumnTypes.STRING, "char(4)"), "a   ", "a", " a"),
                new Case<>(ColumnTypes.declared(ColumnTypes.STRING, "citext"), "Ünal", "üNAL", "unal"),
                new Case<>(
                        ColumnTypes.ofProperty("A", "b", ColumnTypes.declared(ColumnTypes.STRING, "CITEXT")),
                        "a",
                        "A",
                        "b"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void whatTheDatabaseHoldsEqualIsOneKey(Case<T> values) {
        assertThat(values.key(values.one()))
                .isEqualTo(values.key(values.equal()))
                .hasSameHashCodeAs(values.key(values.equal()))
                .isNotEqualTo(values.key(values.different()));
        assertThat(values.pair(values.one()))
                .isEqualTo(values.pair(values.equal()))
                .hasSameHashCodeAs(values.pair(values.equal()))
                .isNotEqualTo(values.pair(values.different()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void aKeyGivesValuesOfItsTypeBack(Case<T> values) {
        List<Object> single =
                KeyValues.byColumn(List.of(values.key(values.one())), 1).get(0);
        assertThat(single).hasSize(1).hasOnlyElementsOfType(values.one().getClass());
        assertThat(KeyValues.byColumn(List.of(values.pair(values.one())), 2)).containsExactly(List.of(1L), single);
    }
}
