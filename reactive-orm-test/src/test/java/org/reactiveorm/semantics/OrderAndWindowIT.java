package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Order;
import org.reactiveorm.test.OrmExtension;

class OrderAndWindowIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    @SafeVarargs
    private static List<Long> ordered(Order<Product>... terms) {
        return ids(database.orm().find(PRODUCT).orderBy(terms));
    }

    private static List<Long> ids(FindSpec<Product, Long> find) {
        return find.all().map(Product::id).collectList().block();
    }

    private static FindSpec<Product, Long> byId() {
        return database.orm().find(PRODUCT).orderBy(PRODUCT.id.asc());
    }

    @Test
    void termsHaveThePriorityInWhichTheyAreGiven() {
        assertThat(ordered(PRODUCT.stock.desc().nullsLast(), PRODUCT.id.desc())).containsExactly(5L, 4L, 1L, 3L, 2L);
        assertThat(ids(database.orm()
                        .find(PRODUCT)
                        .orderBy(PRODUCT.stock.desc().nullsLast())
                        .orderBy(PRODUCT.id.asc())))
                .containsExactly(5L, 1L, 4L, 3L, 2L);
    }

    @Test
    void nullIsTheLargestUnlessSaidOtherwise() {
        assertThat(ordered(PRODUCT.stock.asc(), PRODUCT.id.asc())).containsExactly(3L, 1L, 4L, 5L, 2L);
        assertThat(ordered(PRODUCT.stock.desc(), PRODUCT.id.asc())).containsExactly(2L, 5L, 1L, 4L, 3L);
        assertThat(ordered(PRODUCT.stock.asc().nullsFirst(), PRODUCT.id.asc())).containsExactly(2L, 3L, 1L, 4L, 5L);
        assertThat(ordered(PRODUCT.stock.desc().nullsLast(), PRODUCT.id.asc())).containsExactly(5L, 1L, 4L, 3L, 2L);
    }

    @Test
    void anEnumOfTheDatabaseHasTheOrderOfItsConstants() {
        assertThat(ordered(PRODUCT.grade.asc(), PRODUCT.id.asc())).containsExactly(4L, 1L, 3L, 2L, 5L);
    }

    @Test
    void byTheNumberOfRelatedRows() {
        assertThat(database.orm()
                        .find(SHOP)
                        .orderBy(SHOP.products.count().desc(), SHOP.code.asc())
                        .all()
                        .map(Shop::code)
                        .collectList()
                        .block())
                .containsExactly("N", "S", "E");
        assertThat(database.orm()
                        .find(CATEGORY)
                        .orderBy(
                                CATEGORY.products
                                        .count(PRODUCT.fragile.isTrue())
                                        .desc(),
                                CATEGORY.id.asc())
                        .take(1)
                        .all()
                        .map(Category::name)
                        .collectList()
                        .block())
                .containsExactly("saws");
    }

    @Test
    void takeNothingSendsNothing() {
        database.statements().clear();
        assertThat(ids(byId().take(0))).isEmpty();
        assertThat(byId().take(0).one().blockOptional()).isEmpty();
        assertThat(byId().take(0).first().blockOptional()).isEmpty();
        assertThat(byId().take(0).count().block()).isZero();
        assertThat(byId().take(0).exists().block()).isFalse();
        assertThat(byId().take(0).as(ProductCard.class).all().collectList().block())
                .isEmpty();
        assertThat(ids(byId().take(0).include(PRODUCT.lines, PRODUCT.marks))).isEmpty();
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void windows() {
        assertThat(ids(byId().skip(1).take(2))).containsExactly(2L, 3L);
        assertThat(ids(byId().skip(4))).containsExactly(5L);
        assertThat(ids(byId().skip(5))).isEmpty();
        assertThat(ids(byId().skip(Long.MAX_VALUE))).isEmpty();
        assertThat(ids(byId().take(Long.MAX_VALUE))).hasSize(5);
        assertThat(ids(byId().skip(1).take(Long.MAX_VALUE))).hasSize(4);
        assertThat(ids(byId().take(3).take(1))).containsExactly(1L);
        assertThat(ids(byId().skip(0).take(1_000_000))).hasSize(5);
    }

    @Test
    void countAndExistsSeeTheWindow() {
        assertThat(byId().count().block()).isEqualTo(5);
        assertThat(byId().take(2).count().block()).isEqualTo(2);
        assertThat(byId().skip(4).count().block()).isEqualTo(1);
        assertThat(byId().skip(9).count().block()).isZero();
        assertThat(byId().skip(9).exists().block()).isFalse();
        assertThat(byId().skip(4).exists().block()).isTrue();
        assertThat(byId().where(Condition.never()).count().block()).isZero();
    }

    @Test
    void firstAndOneSeeTheWindow() {
        assertThat(byId().skip(2).first().block().id()).isEqualTo(3);
        assertThat(byId().take(1).one().block().id()).isEqualTo(1);
        assertThat(byId().skip(4).one().block().id()).isEqualTo(5);
        assertThat(database.orm().find(PRODUCT).byId(2L).skip(1).one().blockOptional())
                .isEmpty();
    }

    @Test
    void negativeNumbersAreRefusedWhenTheQueryIsBuilt() {
        List<Runnable> mistakes = List.of(
                () -> byId().take(-1),
                () -> byId().skip(-1),
                () -> byId().take(Long.MIN_VALUE),
                () -> PRODUCT.lines.take(-1),
                () -> PRODUCT.lines.skip(-5));
        for (Runnable mistake : mistakes) {
            assertThat(catchThrowable(mistake::run))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("must not be negative");
        }
    }

    @Test
    void aHalfBuiltQueryCanBeBranched() {
        FindSpec<Product, Long> base = byId().where(PRODUCT.stock.isNotNull());
        FindSpec<Product, Long> five = base.where(PRODUCT.stock.eq(5));
        FindSpec<Product, Long> last = base.skip(3);
        assertThat(ids(five)).containsExactly(1L, 4L);
        assertThat(ids(last)).containsExactly(5L);
        assertThat(ids(base)).containsExactly(1L, 3L, 4L, 5L);
    }
}
