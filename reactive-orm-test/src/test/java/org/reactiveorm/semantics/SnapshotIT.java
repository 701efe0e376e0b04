package org.reactiveorm.semantics;

import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;

/** What is changed between the statements of a query is seen, or not. */
class SnapshotIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    /** Reading a category renames its products, as somebody else would do in between. */
    @BeforeEach
    void fill() {
        Stock.fill(database.orm());
        ConnectionFactoryOptions own = ConnectionFactoryOptions.parse(database.url());
        String renames =
                """
                create function renames() returns bool language plpgsql volatile as $$ begin
                    perform dblink_exec(
                        format('dbname=%%s host=127.0.0.1 port=%%s user=%s password=%s',
                            current_database(), current_setting('port')),
                        'update products set name = ''renamed''');
                    return true;
                end $$""".formatted(own.getRequiredValue(USER), Objects.requireNonNullElse(own.getValue(PASSWORD), "none"));
        for (String sql : List.of("create extension dblink", renames)) {
            database.orm().sql(sql).execute().block();
        }
    }

    private static FindSpec<Category, Long> find() {
        return database.orm()
                .find(CATEGORY)
                .byId(Stock.TOOLS)
                .where(Condition.sql("renames()"))
                .include(CATEGORY.products);
    }

    @Test
    void aSnapshotDoesNotSeeWhatHappensBetweenItsStatements() {
        assertThat(find().snapshot().oneOrFail().block().products())
                .extracting(Product::name)
                .containsExactly("drill");
        assertThat(database.statements()).hasCount(2).hasCommitted();
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.name.eq("renamed"))
                        .count()
                        .block())
                .isEqualTo(5);
    }

    @Test
    void statementsOnTheirOwnDo() {
        assertThat(find().oneOrFail().block().products())
                .extracting(Product::name)
                .containsExactly("renamed");
    }

    @Test
    void oneStatementIsASnapshotByItself() {
        assertThat(find().inOneStatement().oneOrFail().block().products())
                .extracting(Product::name)
                .containsExactly("drill");
        assertThat(database.statements()).hasNoTransaction();
    }
}
