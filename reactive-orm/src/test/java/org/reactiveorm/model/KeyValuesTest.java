package org.reactiveorm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyValuesTest {

    static Stream<Arguments> equalInTheDatabase() {
        return Stream.of(
                Arguments.of(new byte[] {1, -1}, new byte[] {1, -1}),
                Arguments.of(0.0, -0.0),
                Arguments.of(Double.NaN, Double.NaN),
                Arguments.of(0.0f, -0.0f),
                Arguments.of(new BigDecimal("1.0"), new BigDecimal("1.00")));
    }

    @ParameterizedTest
    @MethodSource("equalInTheDatabase")
    void whatTheDatabaseHoldsEqualIsOneKey(Object one, Object other) {
        assertThat(KeyValues.of(List.of(one))).isEqualTo(KeyValues.of(List.of(other)));
        assertThat(KeyValues.of(List.of(one))).hasSameHashCodeAs(KeyValues.of(List.of(other)));
        assertThat(KeyValues.of(List.of(one, 1L))).isEqualTo(KeyValues.of(List.of(other, 1L)));
        assertThat(KeyValues.of(List.of(one))).isNotEqualTo(KeyValues.of(List.of(7)));
    }

    @ParameterizedTest
    @MethodSource("equalInTheDatabase")
    void aKeyGivesItsValuesBack(Object one, Object other) {
        assertThat(other).isNotNull();
        Object normal = KeyValues.byColumn(List.of(KeyValues.of(List.of(one))), 1)
                .get(0)
                .get(0);
        assertThat(normal).hasSameClassAs(one);
        assertThat(KeyValues.byColumn(List.of(KeyValues.of(List.of(1L, one))), 2)
                        .get(1))
                .containsExactly(normal);
    }
}
