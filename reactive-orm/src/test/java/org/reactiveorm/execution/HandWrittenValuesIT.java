package org.reactiveorm.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.execution.Postgres.Format;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.sql.Sql;
import tools.jackson.databind.json.JsonMapper;

/** Values that are bound to hand-written statements, which know no columns. */
class HandWrittenValuesIT {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @ParameterizedTest
    @EnumSource
    void aValueIsEqualToItsLiteral(Format format) {
        assertTrue(format, "{} = 7", 7);
        assertTrue(format, "{} = 7", (short) 7);
        assertTrue(format, "{} = 1.50", new BigDecimal("1.5"));
        assertTrue(format, "{} = 'it''s'", "it's");
        assertTrue(format, "{} = '\\x00ff'::bytea", new byte[] {0, -1});
        assertTrue(format, "{} = 'BAD'", Sample.Mood.BAD);
        assertTrue(format, "{} = date '2026-01-02'", LocalDate.of(2026, 1, 2));
        assertTrue(format, "{} = timestamptz '2026-01-02 00:00+00'", Instant.parse("2026-01-02T00:00:00Z"));
        assertTrue(format, "{} = interval '-1.5 s'", Duration.ofMillis(-1500));
        assertTrue(format, "{} = uuid '00000000-0000-0000-0000-000000000001'", new UUID(0, 1));
        assertTrue(format, "{} @> '{\"a\": 1}'", JsonMapper.shared().readTree("{\"a\":1,\"b\":2}"));
    }

    @ParameterizedTest
    @EnumSource
    void aCollectionIsAnArray(Format format) {
        assertTrue(format, "2 = any({})", List.of(1, 2));
        assertTrue(format, "2 = any({})", Set.of(1L, 2L));
        assertTrue(format, "'b' = any({})", List.of("a", "b"));
        assertTrue(format, "'BAD' = any({})", List.of(Sample.Mood.BAD, Sample.Mood.HAPPY));
        assertTrue(format, "'\\x01'::bytea = any({})", List.of(new byte[] {1}));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyCollectionFitsEveryArray(Format format) {
        assertTrue(format, "not 2 = any({})", List.of());
        assertTrue(format, "not 'b' = any({})", new ArrayList<>());
        assertTrue(format, "not gen_random_uuid() = any({})", Set.of());
        assertTrue(format, "cardinality({}::date[]) = 0", List.of());
    }

    private static void assertTrue(Format format, String condition, Object value) {
        ColumnType<Object> type = typeOf(value);
        String sql = "select " + condition.replace("{}", type.bound("$1"));

        assertThat(POSTGRES.in(format)
                        .one(ColumnTypes.BOOLEAN, sql, new Sql.Parameter(type.encode(value), type.wireType())))
                .as(sql)
                .isTrue();
    }

    @SuppressWarnings("unchecked") // the type was asked for by the value
    private static ColumnType<Object> typeOf(Object value) {
        return (ColumnType<Object>) ColumnTypes.of(value, constant -> null);
    }
}
