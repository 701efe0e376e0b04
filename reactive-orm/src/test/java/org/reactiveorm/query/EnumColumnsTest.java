package org.reactiveorm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Property;

class EnumColumnsTest {

    private static final List<TimeUnit> CONSTANTS = List.of(TimeUnit.DAYS, TimeUnit.HOURS);

    private static Column<String, TimeUnit> column(String name, String... stored) {
        ColumnType<TimeUnit> type = ColumnTypes.textEnum(TimeUnit.class, CONSTANTS, List.of(stored));
        return new ValueColumn<>("Plan", Property.of(name, name, type, plan -> null));
    }

    @Test
    void aConstantTravelsAsInTheColumnsThatHoldIt() {
        Column<String, TimeUnit> unit = column("unit", "d", "h");
        EnumColumns enums = EnumColumns.of(List.of(unit, column("other", "d", "hour")));

        assertThat(enums.typeOf(TimeUnit.DAYS)).isEqualTo(unit.type());
        assertThat(enums.typeOf(Thread.State.NEW)).isNull();
        assertThatThrownBy(() -> enums.typeOf(TimeUnit.HOURS))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("TimeUnit.HOURS is stored as 'h' in Plan.unit, but as 'hour' in Plan.other. "
                        + "Bind what is stored instead of the constant.");
    }

    @Test
    void anArrayColumnHoldsConstantsToo() {
        ColumnType<TimeUnit> type = ColumnTypes.textEnum(TimeUnit.class, CONSTANTS, List.of("d", "h"));
        ArrayColumn<String, TimeUnit> units =
                new ArrayColumn<>("Plan", Property.of("units", "units", ColumnTypes.listOf(type), plan -> null), type);

        assertThat(SqlFragment.of("? = any(?)", TimeUnit.DAYS, units).arguments())
                .containsExactly(new Literal<>(units.element(), TimeUnit.DAYS), units);
    }

    @Test
    void aFragmentWithoutTheColumnRefusesTheConstant() {
        for (Object argument : List.of(TimeUnit.DAYS, List.of(TimeUnit.DAYS))) {
            assertThatThrownBy(() -> Condition.sql("unit = ?", argument))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage("The fragment \"unit = ?\" does not tell how TimeUnit.DAYS is stored. "
                            + "Give the column that holds it as an argument too, or bind what is stored.");
        }
    }

    @Test
    void aFragmentRefusesNullAndWhatCannotBeBound() {
        assertThatThrownBy(() -> Condition.sql("? = ?", 1, null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Argument 2 of the fragment \"? = ?\" is null. Write IS NULL or NULL into the fragment.");
        assertThatThrownBy(() -> Condition.sql("?", new Object()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("java.lang.Object");
    }
}
