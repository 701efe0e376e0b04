package org.reactiveorm.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.Tag_.TAG;
import static org.reactiveorm.tutorial.User_.USER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaChoiceIT {

    @RegisterExtension
    static final OrmExtension all = OrmExtension.postgres().script("create view names as select username from users");

    @RegisterExtension
    static final OrmExtension chosen = OrmExtension.postgres().withSchemaOf(USER, POST, TAG);

    @RegisterExtension
    static final OrmExtension none = OrmExtension.postgres().emptySchema();

    @Test
    void allKnownEntitiesHaveTheirTablesBeforeTheScriptRuns() {
        assertThat(tables(all)).contains("users", "posts", "comments", "tags", "names");
    }

    @Test
    void onlyTheChosenEntitiesHaveTables() {
        assertThat(tables(chosen))
                .contains("users", "posts", "tags", "post_tags")
                .doesNotContain("comments", "names");
    }

    @Test
    void withoutASchemaThereIsNoTable() {
        assertThat(tables(none)).isEmpty();
    }

    private static List<String> tables(OrmExtension extension) {
        return extension
                .orm()
                .sql("select table_name::text from information_schema.tables where table_schema = 'public'")
                .as(String.class)
                .all()
                .collectList()
                .block();
    }
}
