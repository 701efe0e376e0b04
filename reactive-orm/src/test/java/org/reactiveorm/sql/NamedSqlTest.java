package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Literal;

class NamedSqlTest {

    @Test
    void parametersBecomePlaceholders() {
        Sql sql = bind("select * from t where a = :a and b > :b_2", Map.of("a", 1, "b_2", "x"));
        assertThat(sql.text()).isEqualTo("select * from t where a = $1 and b > $2");
        assertThat(sql.parameters()).extracting(Sql.Parameter::value).containsExactly(1, "x");
    }

    @Test
    void aNameThatStandsTwiceIsOneParameter() {
        Sql sql = bind("select :a, :b, :a", Map.of("a", 1, "b", 2));
        assertThat(sql.text()).isEqualTo("select $1, $2, $1");
        assertThat(sql.parameters()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ':a'",
                "select 'it''s :a'",
                "select e'\\':a'",
                "select \":a\" from t",
                "select 1 -- :a",
                "select 1 /* :a /* :b */ :c */",
                "select $$ :a $$",
                "select $x$ :a $$ :b $x$",
                "select now()::date",
                "select '{}'::jsonb",
                "select a[1:2]",
                "select 'unclosed :a",
            })
    void aColonElsewhereIsNoParameter(String sql) {
        assertThat(bind(sql, Map.of()).text()).isEqualTo(sql);
    }

    @Test
    void anEscapedColonStaysAColon() {
        assertThat(bind("select a[\\:n]", Map.of()).text()).isEqualTo("select a[:n]");
    }

    @Test
    void parametersAreFoundAfterWhatIsSkipped() {
        assertThat(bind("select ':x' || :a::text -- :y\n, :a", Map.of("a", "v")).text())
                .isEqualTo("select ':x' || $1::text -- :y\n, $1");
    }

    @Test
    void missingAndUnknownParametersAreNamedTogether() {
        assertThatThrownBy(() -> bind("select :a, :b", Map.of("b", 1, "c", 2)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("No value was bound for [a]. The SQL has no parameter [c]. Its parameters are [a, b].");
    }

    @Test
    void aValueWithoutAMappingIsRefused() {
        assertThatThrownBy(() -> Literal.ofClass(new Object(), constant -> null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Object");
    }

    @Test
    void aCollectionIsAnArray() {
        Sql sql = bind("select * from t where id = any(:ids)", Map.of("ids", List.of(1L, 2L)));
        assertThat(sql.parameters().get(0).value()).isEqualTo(new Long[] {1L, 2L});
    }

    @Test
    void nullIsTheKeyword() {
        Map<String, @Nullable Literal<?, ?>> values = new HashMap<>();
        values.put("id", null);

        Sql sql = NamedSql.parse("select 1 where :id is null or id = :id::int").bind(values);
        assertThat(sql.text()).isEqualTo("select 1 where null is null or id = null::int");
        assertThat(sql.parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a$b$c, :a, d$b$ from t", "select $1, :a, x$$ || $$", "select é$$, :a, $1$$"})
    void aDollarInAnIdentifierQuotesNothing(String sql) {
        assertThat(bind(sql, Map.of("a", 1)).text()).isEqualTo(sql.replace(":a", "$1"));
    }

    private static Sql bind(String sql, Map<String, Object> values) {
        Map<String, @Nullable Literal<?, ?>> bound = new HashMap<>();
        values.forEach((name, value) -> bound.put(name, Literal.ofClass(value, constant -> null)));
        return NamedSql.parse(sql).bind(bound);
    }
}
