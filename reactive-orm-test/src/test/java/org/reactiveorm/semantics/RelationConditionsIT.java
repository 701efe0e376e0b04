package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Box_.BOX;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Licence_.LICENCE;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shop_.SHOP;
import static org.reactiveorm.semantics.Supplier_.SUPPLIER;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.test.OrmExtension;

class RelationConditionsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    private static <E> List<Object> ids(EntityRef<E, ?> entity, Condition<E> condition) {
        return database.orm()
                .find(entity)
                .where(condition)
                .all()
                .map(row ->
                        (Object) entity.model().primaryKey().properties().get(0).get(row))
                .collectList()
                .block();
    }

    private static List<Object> purchases(Condition<Purchase> condition) {
        return ids(PURCHASE, condition);
    }

    private static List<Object> shops(Condition<Shop> condition) {
        return ids(SHOP, condition);
    }

    private static List<Object> products(Condition<Product> condition) {
        return ids(PRODUCT, condition);
    }

    @Test
    void someNeedsOneChildForAllConditions() {
        assertThat(purchases(PURCHASE.lines.some())).containsExactlyInAnyOrder(1, 2);
        assertThat(purchases(PURCHASE.lines.some(LINE.quantity.eq(2), LINE.remark.eq("fast"))))
                .isEmpty();
        assertThat(purchases(PURCHASE.lines.some(LINE.quantity.eq(5), LINE.remark.eq("fast"))))
                .containsExactly(1);
        assertThat(purchases(PURCHASE.lines.some(LINE.quantity.eq(2)).and(PURCHASE.lines.some(LINE.remark.eq("fast")))))
                .containsExactly(1);
        assertThat(purchases(PURCHASE.lines.some(LINE.quantity.eq(1).or(LINE.quantity.eq(5)))))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void everyHoldsWithoutChildrenAndIsNotViolatedByUnknown() {
        assertThat(purchases(PURCHASE.lines.every(LINE.remark.eq("fast")))).containsExactlyInAnyOrder(1, 3);
        assertThat(purchases(PURCHASE.lines.every(LINE.remark.eq("slow")))).containsExactlyInAnyOrder(2, 3);
        assertThat(purchases(PURCHASE.lines.every(LINE.quantity.gt(1)))).containsExactlyInAnyOrder(1, 3);
        assertThat(purchases(PURCHASE.lines.every(LINE.quantity.gt(1), LINE.remark.ne("fast"))))
                .containsExactly(3);
        assertThat(purchases(PURCHASE.lines.every())).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(purchases(PURCHASE.lines.every(Condition.never()))).containsExactly(3);
    }

    @Test
    void noneHoldsWithoutChildrenAndIsNotPoisonedByNull() {
        assertThat(purchases(PURCHASE.lines.none())).containsExactly(3);
        assertThat(purchases(PURCHASE.lines.none(LINE.remark.eq("fast")))).containsExactlyInAnyOrder(2, 3);
        assertThat(purchases(PURCHASE.lines.none(LINE.remark.isNull()))).containsExactlyInAnyOrder(2, 3);
        // products without a shop do not make every shop look as if it had one
        assertThat(shops(SHOP.products.none())).containsExactly("E");
        assertThat(shops(SHOP.products.none(PRODUCT.stock.eq(5)))).containsExactlyInAnyOrder("S", "E");
        assertThat(ids(SUPPLIER, SUPPLIER.shipments.none())).containsExactly(2L);
    }

    @Test
    void quantifiersCanBeNegated() {
        assertThat(purchases(PURCHASE.lines.every(LINE.remark.eq("slow")).not()))
                .containsExactly(1);
        assertThat(purchases(PURCHASE.lines.none().not())).containsExactlyInAnyOrder(1, 2);
        assertThat(purchases(PURCHASE.lines.some(LINE.remark.eq("fast")).not())).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void isNotIncludesRowsWithoutTheOtherOne() {
        assertThat(products(PRODUCT.shop.is(SHOP.motto.eq("best")))).containsExactly(2L);
        assertThat(products(PRODUCT.shop.isNot(SHOP.motto.eq("best")))).containsExactlyInAnyOrder(1L, 3L, 4L, 5L);
        assertThat(products(PRODUCT.shop.is(SHOP.motto.eq("best").not()))).isEmpty();
        assertThat(products(PRODUCT.shop.is(SHOP.code.eq("S").not()))).containsExactlyInAnyOrder(1L, 4L);
        assertThat(products(PRODUCT.shop.isNull())).containsExactlyInAnyOrder(3L, 5L);
        assertThat(products(PRODUCT.shop.isNotNull())).containsExactlyInAnyOrder(1L, 2L, 4L);
    }

    @Test
    void oneToOneFromBothSides() {
        assertThat(shops(SHOP.licence.isNull())).containsExactly("S");
        assertThat(shops(SHOP.licence.is(LICENCE.number.eq("l-e")))).containsExactly("E");
        assertThat(shops(SHOP.licence.isNot(LICENCE.number.eq("l-e")))).containsExactlyInAnyOrder("N", "S");
        assertThat(database.orm()
                        .find(LICENCE)
                        .where(LICENCE.shop.is(SHOP.products.some(PRODUCT.name.eq("claw"))))
                        .one()
                        .map(Licence::number)
                        .block())
                .isEqualTo("l-n");
    }

    @Test
    void selfRelations() {
        assertThat(ids(CATEGORY, CATEGORY.parent.isNull())).containsExactlyInAnyOrder(1L, 4L);
        assertThat(ids(CATEGORY, CATEGORY.parent.is(CATEGORY.name.eq("tools")))).containsExactlyInAnyOrder(2L, 3L);
        assertThat(ids(CATEGORY, CATEGORY.children.some(CATEGORY.name.eq("saws"))))
                .containsExactly(1L);
        assertThat(ids(CATEGORY, CATEGORY.children.none())).containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(ids(
                        CATEGORY,
                        CATEGORY.parent.is(CATEGORY.children.some(
                                CATEGORY.name.eq("saws"), CATEGORY.parent.is(CATEGORY.name.eq("tools"))))))
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void manyToManyFromBothSides() {
        assertThat(products(PRODUCT.marks.some(MARK.name.eq("sale")))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(products(PRODUCT.marks.every(MARK.name.eq("sale")))).containsExactlyInAnyOrder(2L, 3L, 5L);
        assertThat(products(PRODUCT.marks.none())).containsExactlyInAnyOrder(3L, 5L);
        assertThat(marks(MARK.products.some(PRODUCT.stock.isNull()))).containsExactly("sale");
        assertThat(marks(MARK.products.none())).containsExactly("old");
        assertThat(marks(MARK.products.every(PRODUCT.stock.eq(5)))).containsExactlyInAnyOrder("new", "sale", "old");
        assertThat(marks(MARK.products.count().gt(1L))).containsExactlyInAnyOrder("new", "sale");
    }

    private static List<String> marks(Condition<Mark> condition) {
        return database.orm()
                .find(MARK)
                .where(condition)
                .all()
                .map(Mark::name)
                .collectList()
                .block();
    }

    @Test
    void keysOfTwoAndOfThreeColumns() {
        assertThat(database.orm()
                        .find(LINE)
                        .where(LINE.deliveries.none())
                        .one()
                        .block()
                        .id())
                .isEqualTo(new LineId(1, 2));
        assertThat(database.orm()
                        .find(LINE)
                        .where(LINE.deliveries.some(DELIVERY.amount.gt(5)))
                        .one()
                        .block()
                        .id())
                .isEqualTo(new LineId(2, 1));
        assertThat(ids(DELIVERY, DELIVERY.line.isNull())).containsExactlyInAnyOrder(4L, 5L);
        assertThat(ids(DELIVERY, DELIVERY.line.is(LINE.quantity.eq(2)))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(ids(BOX, BOX.place.isNull())).containsExactlyInAnyOrder(4L, 5L);
        assertThat(ids(BOX, BOX.place.is(PLACE.id.hall.eq("B")))).containsExactly(3L);
        assertThat(database.orm()
                        .find(PLACE)
                        .where(PLACE.boxes.none())
                        .one()
                        .block()
                        .id())
                .isEqualTo(new PlaceId("A", 1, (short) 2));
        assertThat(database.orm()
                        .find(PLACE)
                        .byId(new PlaceId("A", 1, (short) 1))
                        .where(PLACE.boxes.count().eq(2L))
                        .exists()
                        .block())
                .isTrue();
    }

    @Test
    void conditionsNestOverSeveralRelations() {
        assertThat(shops(SHOP.products.some(PRODUCT.lines.some(LINE.purchase.is(PURCHASE.buyer.eq("ann"))))))
                .containsExactlyInAnyOrder("N", "S");
        assertThat(shops(SHOP.products.some(
                        PRODUCT.lines.some(LINE.purchase.is(PURCHASE.buyer.isNull())),
                        PRODUCT.marks.some(MARK.name.eq("new")),
                        PRODUCT.category.is(CATEGORY.parent.is(CATEGORY.name.eq("tools"))))))
                .containsExactly("N");
    }

    @Test
    void countsAreNumbersLikeAnyOther() {
        assertThat(shops(SHOP.products.count().eq(0L))).containsExactly("E");
        assertThat(shops(SHOP.products.count(PRODUCT.stock.eq(5)).eq(2L))).containsExactly("N");
        assertThat(shops(SHOP.products.count().in(1L, 2L))).containsExactlyInAnyOrder("N", "S");
        assertThat(shops(SHOP.products.count().gte(SHOP.products.count(PRODUCT.stock.isNotNull()))))
                .hasSize(3);
    }
}
