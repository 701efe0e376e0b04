package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Operator;
import org.reactiveorm.test.OrmExtension;

@Timeout(60)
class ByNameIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    private static Condition<Product> filter(String column, String operator, String value) {
        Column<Product, ?> named = PRODUCT.column(column);
        return named.is(Operator.valueOf(operator), named.parse(value));
    }

    @Test
    void filtersFromText() {
        assertThat(Stock.names(orm, filter("stock", "GTE", "5"))).containsExactly("claw", "chain\\saw", "drill");
        assertThat(Stock.names(orm, filter("status", "EQ", "gone"))).containsExactly("Hand_saw");
        assertThat(Stock.names(orm, filter("grade", "GT", "GOOD"))).containsExactly("Hand_saw");
        assertThat(Stock.names(orm, filter("price", "EQ", "10"))).containsExactly("claw");
        assertThat(Stock.names(orm, filter("since", "LTE", "2020-02-29"))).containsExactly("claw");
        assertThat(Stock.names(orm, filter("note", "CONTAINS", "%"))).containsExactly("claw");
        assertThat(Stock.names(orm, filter("fragile", "NE", "true"))).containsExactly("claw");
        assertThat(Stock.names(orm, PRODUCT.column("stock").is(Operator.EQ, null)))
                .containsExactly("sledge");
        assertThat(Stock.names(orm, PRODUCT.column("stock").is(Operator.IN, List.of(5L, 7))))
                .containsExactly("claw", "chain\\saw", "drill");
        assertThat(orm.find(SHOP)
                        .where(SHOP.column("address.city").is(Operator.EQ, "Ulm"))
                        .one()
                        .block()
                        .code())
                .isEqualTo("S");
    }

    @Test
    void ordersIncludesChangesAndNestedRelations() {
        assertThat(orm.find(PRODUCT)
                        .where(PRODUCT.relation("shop")
                                .matching(shop -> shop.relation("licence")
                                        .matching(licence ->
                                                licence.column("number").is(Operator.STARTS_WITH, "l-"))))
                        .orderBy(PRODUCT.column("id").desc())
                        .include(PRODUCT.relation("lines"))
                        .all()
                        .map(product -> product.id() + ":" + product.lines().size())
                        .collectList()
                        .block())
                .containsExactly("4:0", "1:2");
        Column<Product, ?> stock = PRODUCT.column("stock");
        assertThat(orm.update(PRODUCT)
                        .where(PRODUCT.hasIdValue(1))
                        .set(
                                stock.assign(stock.parse("12")),
                                PRODUCT.column("note").assign(null))
                        .one()
                        .block()
                        .stock())
                .isEqualTo(12);
        assertThat(orm.find(LINE)
                        .where(LINE.hasIdValue(new LineId(1, 2)))
                        .one()
                        .block()
                        .quantity())
                .isEqualTo(5);
        assertThat(orm.entities()).extracting(entity -> entity.model().name()).contains("Product", "Line", "Supplier");
    }

    @Test
    void whatDoesNotFitIsAClearError() {
        List<Runnable> mistakes = List.of(
                () -> PRODUCT.column("nope"),
                () -> PRODUCT.relation("nope"),
                () -> filter("stock", "EQ", "five"),
                () -> filter("stock", "EQ", "99999999999"),
                () -> filter("stock", "CONTAINS", "5"),
                () -> filter("status", "EQ", "UNKNOWN"),
                () -> PRODUCT.column("stock").is(Operator.EQ, "5"),
                () -> PRODUCT.column("stock").is(Operator.EQ, 5.5),
                () -> PRODUCT.column("stock").is(Operator.IN, 5),
                () -> PRODUCT.column("stock").is(Operator.GT, null),
                () -> PRODUCT.column("name").assign(null),
                () -> PRODUCT.column("labels").is(Operator.GT, List.of("a")),
                () -> PRODUCT.hasIdValue("x"),
                () -> LINE.hasIdValue(1));
        for (Runnable mistake : mistakes) {
            assertThat(catchThrowable(mistake::run)).isInstanceOf(InvalidQueryException.class);
        }
        assertThat(catchThrowable(() -> PRODUCT.column("nope"))).hasMessageContaining("stock");
    }
}
