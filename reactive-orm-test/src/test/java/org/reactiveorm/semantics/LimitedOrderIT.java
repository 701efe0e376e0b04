package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;

/** Nothing sorts the rows after the limited subquery, so no plan may bring them into another order. */
@Timeout(60)
class LimitedOrderIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(CATEGORY).script("""
                    insert into categories (id, name) overriding system value
                        select n, 'parent' || n from generate_series(1, 300) n;
                    insert into categories (id, name, parent_id) overriding system value
                        select 1000 + n, 1 + n * 5 % 7 || '-' || n, 1 + n / 7 from generate_series(0, 2099) n;
                    analyze categories;
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local enable_nestloop = on",
                "set local enable_nestloop = off",
                "set local enable_indexscan = off; set local enable_bitmapscan = off",
                "set local enable_sort = off",
                "set local debug_parallel_query = on; set local parallel_setup_cost = 0;"
                        + " set local parallel_tuple_cost = 0; set local min_parallel_table_scan_size = 0",
            })
    void limitedRowsHaveTheirOrderInAnyPlan(String plan) {
        ReactiveOrm orm = database.orm();
        Flux<List<String>> last = orm.sql(plan)
                .execute()
                .thenMany(orm.find(CATEGORY)
                        .where(CATEGORY.parentId.isNull())
                        .orderBy(CATEGORY.id.asc())
                        .include(CATEGORY.children.orderBy(CATEGORY.name.desc()).take(4))
                        .all()
                        .map(parent -> parent.children().stream()
                                .map(child -> child.name().substring(0, 1))
                                .toList()));

        assertThat(orm.transaction(last).collectList().block())
                .hasSize(300)
                .allSatisfy(names -> assertThat(names).containsExactly("7", "6", "5", "4"));
    }
}
