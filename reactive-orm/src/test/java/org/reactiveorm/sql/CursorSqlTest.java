package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorSqlTest {

    private final Sql query =
            new Sql("select a from t where b = $1", List.of(new Sql.Parameter(7, Integer.class)), List.of());
    private final CursorSql cursor = new CursorSql("c", query);

    @Test
    void theDeclarationHasTheValuesOfTheQuery() {
        assertThat(cursor.declare().text())
                .isEqualTo("declare c binary no scroll cursor for select a from t where b = $1");
        assertThat(cursor.declare().parameters()).isEqualTo(query.parameters());
    }

    @Test
    void theOthersHaveNoValues() {
        assertThat(cursor.fetch(3)).isEqualTo(Sql.of("fetch forward 3 from c"));
        assertThat(cursor.close()).isEqualTo(Sql.of("close c"));
    }
}
