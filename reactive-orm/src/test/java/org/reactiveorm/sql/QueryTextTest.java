package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                " \n SELECT 1;",
                "-- create\nselect 1",
                "/* drop */ (select 1)",
                "((values (1)))",
                "with a as (select 1) select * from a",
                "insert into t values (1)",
                "Update t set a = 1",
                "delete from t",
                "merge into t using s on true when matched then do nothing",
                "table t"
            })
    void whatReadsOrChangesRowsIsAQuery(String sql) {
        assertThat(QueryText.isQuery(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- select",
                "create table t (a int)",
                "call p()",
                "selec 1",
                "\"select\"",
                "'select'",
                "show all",
                "select 1; select 2"
            })
    void whatHasNoPlanIsNone(String sql) {
        assertThat(QueryText.isQuery(sql)).isFalse();
    }

    @Test
    void onlyPlaceholdersAreReplaced() {
        Sql sql = new Sql(
                "select $1, $2::int, '$1', $$ $1 $$, \"$1\", a$1, $10, $1 -- $1\n",
                List.of(
                        parameter(1),
                        parameter(2),
                        parameter(3),
                        parameter(4),
                        parameter(5),
                        parameter(6),
                        parameter(7),
                        parameter(8),
                        parameter(9),
                        parameter(10)),
                List.of());
        assertThat(QueryText.replaceParameters(sql, value -> "<" + value.value() + ">"))
                .isEqualTo("select <1>, <2>::int, '$1', $$ $1 $$, \"$1\", a$1, <10>, <1> -- $1\n");
    }

    private static Sql.Parameter parameter(int value) {
        return new Sql.Parameter(value, Integer.class);
    }
}
