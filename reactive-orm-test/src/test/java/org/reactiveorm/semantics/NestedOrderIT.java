package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.OrmExtension;

/**
 * In one statement, rows find each other by their position in what RETURNING answers, an order that PostgreSQL keeps but
 * does not promise. So every kind of key is inserted in every kind of plan, and every row has to have its own parent.
 */
@Timeout(120)
class NestedOrderIT {

    private static final int PARENTS = 1_500;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local plan_cache_mode = force_custom_plan",
                "set local plan_cache_mode = force_generic_plan",
                "set local enable_sort = off; set local enable_material = off",
                "set local enable_nestloop = off; set local enable_hashagg = off",
                "set local jit_above_cost = 0; set local jit_inline_above_cost = 0",
                "set local debug_parallel_query = on; set local parallel_setup_cost = 0;"
                        + " set local parallel_tuple_cost = 0; set local min_parallel_table_scan_size = 0",
            })
    void everyRowHasItsParentInAnyPlan(String plan) {
        database.statements().clear();
        orm.transaction(orm.sql(plan)
                        .execute()
                        .then(orm.insertAll(categories()).all().collectList())
                        .doOnNext(inserted -> assertThat(inserted)
                                .extracting(Category::name)
                                .isEqualTo(IntStream.range(0, PARENTS)
                                        .mapToObj(i -> "c" + i)
                                        .toList()))
                        .then(orm.insertAll(crates()).all().then()))
                .block();

        assertThat(database.statements()).hasCount(3);
        verifyEveryParent();
    }

    @Test
    void anAlteredSequenceMayDescend() {
        orm.sql("alter table categories alter column id set minvalue -100000 set increment by -1")
                .execute()
                .block();
        orm.sql("alter sequence purchases_id_seq minvalue -100000 increment by -1")
                .execute()
                .block();
        assertThat(orm.insertAll(categories())
                        .all()
                        .map(Category::name)
                        .collectList()
                        .block())
                .startsWith("c0", "c1", "c2");
        orm.insertAll(crates()).all().blockLast();

        verifyEveryParent();
    }

    private static List<NewCategory> categories() {
        return IntStream.range(0, PARENTS)
                .mapToObj(i -> NewCategory.name("c" + i)
                        .products(
                                product("c" + i + "-0", i).marks(NewMark.name("c" + i + "-0")),
                                product("c" + i + "-1", i).marks(NewMark.name("c" + i + "-1"))))
                .toList();
    }

    private static NewProductSteps.WithoutCategory product(String name, int number) {
        return NewProduct.name(name)
                .lines(NewLine.quantity(number).purchase(NewPurchase.create().buyer("c" + number)));
    }

    private static List<NewCrate> crates() {
        return IntStream.range(0, PARENTS)
                .mapToObj(i ->
                        NewCrate.name("c" + i).bottles(NewBottle.name("c" + i + "-0"), NewBottle.name("c" + i + "-1")))
                .toList();
    }

    private void verifyEveryParent() {
        assertThat(matching("products c join categories p on p.id = c.category_id"))
                .isEqualTo(2 * PARENTS);
        assertThat(matching("bottles c join crates p on p.id = c.crate_id")).isEqualTo(2 * PARENTS);
        assertThat(orm.sql("""
                                select count(*) from products p
                                join product_marks j on j.product_id = p.id join marks m on m.id = j.mark_id
                                join lines l on l.product_id = p.id join purchases o on o.id = l.purchase_id
                                where m.name = p.name and split_part(p.name, '-', 1) = o.buyer
                                and o.buyer = 'c' || l.quantity
                                """).as(Long.class).one().block()).isEqualTo(2 * PARENTS);
    }

    private Long matching(String joined) {
        return orm.sql("select count(*) from " + joined + " where split_part(c.name, '-', 1) = p.name")
                .as(Long.class)
                .one()
                .block();
    }
}
