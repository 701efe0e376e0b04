package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.SqlFragment;

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
        Sql sql = NamedSql.parse("select 1 where :id is null or id = :id::int").bind(Map.of("id", SqlPart.value(null)));
        assertThat(sql.text()).isEqualTo("select 1 where null is null or id = null::int");
        assertThat(sql.parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a$b$c, :a, d$b$ from t", "select $1, :a, x$$ || $$", "select é$$, :a, $1$$"})
    void aDollarInAnIdentifierQuotesNothing(String sql) {
        assertThat(bind(sql, Map.of("a", 1)).text()).isEqualTo(sql.replace(":a", "$1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id in (:a)                                  | id = any($1::int8[])
            id not in (:a)                              | id <> all($1::int8[])
            id IN(:a)                                   | id = any($1::int8[])
            id Not  In ( :a )                           | id <> all($1::int8[] )
            id in /* one */ ( /* two */ :a /* ) */ )    | id = any($1::int8[] /* ) */ )
            id in (:a) or other not in (:a)             | id = any($1::int8[]) or other <> all($1::int8[])
            (id in (:a))                                | (id = any($1::int8[]))
            lower(n) in (:a) and f(:b) in (select :b)   | lower(n) = any($1::int8[]) and f($2) in (select $2)
            id in (:b)                                  | id in ($1)
            id not in (:b, :b)                          | id not in ($1, $1)
            id in (select * from unnest(:a))            | id in (select * from unnest($1::int8[]))
            id = any(:a)                                | id = any($1::int8[])
            f(:a) in (1, 2)                             | f($1::int8[]) in (1, 2)
            not a_in (:a)                               | not a_in ($1::int8[])
            "in" (:a)                                   | "in" ($1::int8[])
            'in' (:a)                                   | 'in' ($1::int8[])
            $x$ in $x$ (:a)                             | $x$ in $x$ ($1::int8[])
            x in y (:a)                                 | x in y ($1::int8[])
            values (:a)                                 | values ($1::int8[])
            """)
    void aCollectionIsAllThatInHas(String sql, String sent) {
        Map<String, Object> values = new HashMap<>(Map.of("a", List.of(1L, 2L), "b", 3));
        values.keySet().removeIf(name -> !sql.contains(":" + name));
        assertThat(bind(sql, values).text()).isEqualTo(sent);
    }

    @Test
    void aCollectionIsFoundAfterALineComment() {
        assertThat(bind("id in -- (:x\n(\n:a\n-- y\n)", Map.of("a", List.of(1L)))
                        .text())
                .isEqualTo("id = any($1::int8[]\n-- y\n)");
        assertThat(bind("id = 1) or x in (:a)", Map.of("a", List.of(1L))).text())
                .isEqualTo("id = 1) or x = any($1::int8[])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id in (:a, 1)", "id in (1, :a)", "id in (:a::int8)", "id in (f(1), :a)", "id in (-:a)"})
    void aCollectionAmongOthersIsRefused(String sql) {
        assertThatThrownBy(() -> bind(sql, Map.of("a", List.of(1L))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage(
                        "The value of :a is a collection, but is not all that stands in its in (…). Put everything into one collection.");
        assertThat(bind(sql, Map.of("a", 1L)).text()).isEqualTo(sql.replace(":a", "$1"));
    }

    @Test
    void theTextOfAListIsTheSameForAnyNumberOfElements() {
        assertThat(bind("id in (:a)", Map.of("a", List.of(1L))).text())
                .isEqualTo(bind("id in (:a)", Map.of("a", List.of(1L, 2L))).text());
        assertThat(bind("id in (:a)", Map.of("a", List.of())).text()).isEqualTo("id = any($1)");
    }

    @Test
    void fragmentsArePutInPlaceWithValuesOfTheirOwn() {
        SqlFragment since = SqlFragment.of("and created > ?", 7);
        SqlFragment both = SqlFragment.join(" ", List.of(since, SqlFragment.of("and name = ?", "x")));
        Sql sql = bind(
                "select :b from t where a = :a :more union select 1 from t where true :more",
                Map.of("a", 1, "b", 2, "more", SqlPart.fragment(both)));
        assertThat(sql.text())
                .isEqualTo("select $1 from t where a = $2 and created > $3 and name = $4"
                        + " union select 1 from t where true and created > $3 and name = $4");
        assertThat(sql.parameters()).extracting(Sql.Parameter::value).containsExactly(2, 1, 7, "x");
        assertThat(bind("select 1 :none", Map.of("none", SqlPart.fragment(SqlFragment.join(" ", List.of()))))
                        .text())
                .isEqualTo("select 1 ");
    }

    @Test
    void aFragmentInAListIsASubquery() {
        SqlPart ids = SqlPart.fragment(SqlFragment.of("select id from u where a = ?", 1));
        assertThat(bind("id not in (:ids)", Map.of("ids", ids)).text())
                .isEqualTo("id not in (select id from u where a = $1)");
    }

    @Test
    void aCommentAtTheEndOfAFragmentHidesNothing() {
        SqlPart commented = SqlPart.fragment(SqlFragment.of("a = ? -- as agreed", 1));
        assertThat(bind("where :filter and b = :b", Map.of("filter", commented, "b", 2))
                        .text())
                .isEqualTo("where a = $1 -- as agreed\n and b = $2");
    }

    @Test
    void aFragmentMayChangeWhatTheStatementDoesNot() {
        assertThat(SqlPart.fragment(SqlFragment.of("with d as (delete from t where id = ?)", 1))
                        .mayChange())
                .isTrue();
        assertThat(SqlPart.fragment(SqlFragment.of("and a = ? -- delete", 1)).mayChange())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select 1;             | select 1
            select 1 ; -- ; end   | select 1
            select ';' ;;         | select ';'
            select $$ ; $$        | select $$ ; $$
            """)
    void aSemicolonAtTheEndSeparatesNothing(String sql, String sent) {
        assertThat(NamedSql.parse(sql).hasSeveralStatements()).isFalse();
        assertThat(bind(sql, Map.of()).text().stripTrailing()).isEqualTo(sent);
    }

    @Test
    void severalStatementsTakeNoValues() {
        assertThat(NamedSql.parse("select 1; select 2;").hasSeveralStatements()).isTrue();
        assertThat(bind("select 1; select 2;", Map.of()).text()).isEqualTo("select 1; select 2;");
        assertThatThrownBy(() -> bind("select :a; select 2", Map.of("a", 1)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("several statements");
    }

    private static Sql bind(String sql, Map<String, Object> values) {
        Map<String, SqlPart> bound = new HashMap<>();
        values.forEach((name, value) -> bound.put(
                name, value instanceof SqlPart part ? part : SqlPart.value(Literal.ofClass(value, constant -> null))));
        return NamedSql.parse(sql).bind(bound);
    }
}
