package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Box_.BOX;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Licence_.LICENCE;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shipment_.SHIPMENT;
import static org.reactiveorm.semantics.Shop_.SHOP;
import static org.reactiveorm.semantics.Supplier_.SUPPLIER;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotLoadedException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Includable;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import org.reactiveorm.test.OrmExtension;

/** What an include means, whatever the way in which it is fetched. */
abstract class IncludesContract {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    /** The same query, fetched in the way that is tested. */
    abstract <E, I> FindSpec<E, I> fetched(FindSpec<E, I> find);

    /** Whether there is one statement for each relation. */
    abstract boolean hasFollowUps();

    private <E> List<E> all(FindSpec<E, ?> find, int statements) {
        database.statements().clear();
        List<E> rows = fetched(find).all().collectList().block();
        assertThat(database.statements()).hasCount(hasFollowUps() ? statements : 1);
        return rows;
    }

    /** How many rows one of the follow-up statements read. */
    private void assertRows(int statement, int rows) {
        if (hasFollowUps()) {
            assertThat(database.statements().list().get(statement).rows()).isEqualTo(rows);
        }
    }

    /** Parents of the same row share it, or have equal ones. */
    private void assertShared(Object one, Object other) {
        if (hasFollowUps()) {
            assertThat(one).isSameAs(other);
        } else {
            assertThat(one).usingRecursiveComparison().isEqualTo(other);
        }
    }

    private FindSpec<Product, Long> products() {
        return database.orm().find(PRODUCT).orderBy(PRODUCT.id.asc());
    }

    private FindSpec<Purchase, Integer> purchases() {
        return database.orm().find(PURCHASE).orderBy(PURCHASE.id.asc());
    }

    @Test
    void oneStatementForEachRelationOfTheTree() {
        List<Shop> shops = all(
                database.orm()
                        .find(SHOP)
                        .orderBy(SHOP.code.asc())
                        .include(
                                SHOP.licence,
                                SHOP.products.include(
                                        PRODUCT.category.include(CATEGORY.parent),
                                        PRODUCT.marks,
                                        PRODUCT.lines.include(LINE.purchase, LINE.deliveries))),
                9);
        assertThat(shops).extracting(Shop::code).containsExactly("E", "N", "S");
        Shop north = shops.get(1);
        assertThat(north.licence().get().number()).isEqualTo("l-n");
        assertThat(north.products()).extracting(Product::name).containsExactlyInAnyOrder("claw", "chain\\saw");
        Product claw = north.products().stream()
                .filter(product -> product.id() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(claw.category().get().parent().get().name()).isEqualTo("tools");
        assertThat(claw.marks()).extracting(Mark::name).containsExactlyInAnyOrder("new", "sale");
        assertThat(claw.lines()).hasSize(2);
        assertThat(claw.lines()).allSatisfy(line -> {
            assertThat(line.purchase().get().id()).isEqualTo(line.id().purchaseId());
            assertThat(line.deliveries()).hasSize(line.id().purchaseId() == 1 ? 2 : 1);
        });
        assertThat(shops.get(0).products()).isEmpty();
        assertThat(shops.get(2).licence().optional()).isEmpty();
    }

    @Test
    void whatWasNotIncludedIsNotLoaded() {
        Product claw = all(products().include(PRODUCT.marks), 2).get(0);
        assertThat(claw.lines().isLoaded()).isFalse();
        assertThat(claw.shop().isLoaded()).isFalse();
        assertThat(claw.marks().list().get(0).products().isLoaded()).isFalse();
        assertThat(catchThrowable(() -> claw.lines().size()))
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContaining("PRODUCT.lines");
        assertThat(catchThrowable(() -> claw.shop().get()))
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContaining("PRODUCT.shop");
        assertThat(claw.toString()).contains("lines=not loaded");
    }

    @Test
    void anEmptyRootSendsNothingFurther() {
        assertThat(all(products().where(PRODUCT.id.eq(99L)).include(PRODUCT.lines, PRODUCT.shop), 1))
                .isEmpty();
        database.statements().clear();
        assertThat(fetched(products().byId(99L).include(PRODUCT.lines)).one().blockOptional())
                .isEmpty();
        assertThat(database.statements()).hasCount(1);
    }

    @Test
    void aToOneWhoseKeysAreAllNullSendsNothing() {
        List<Product> shopless = all(
                products().where(PRODUCT.shopCode.isNull()).include(PRODUCT.shop.include(SHOP.licence, SHOP.products)),
                1);
        assertThat(shopless)
                .hasSize(2)
                .allSatisfy(product -> assertThat(product.shop().optional()).isEmpty());
        List<Delivery> loose = all(
                database.orm()
                        .find(DELIVERY)
                        .where(DELIVERY.lineProduct.isNull())
                        .include(DELIVERY.line),
                1);
        assertThat(loose)
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.line().optional()).isEmpty());
    }

    @Test
    void severalParentsShareOneInstanceOfATo() {
        List<Product> products = all(products().include(PRODUCT.category.include(CATEGORY.parent)), 3);
        assertShared(
                products.get(0).category().get(), products.get(1).category().get());
        assertShared(
                products.get(0).category().get().parent().get(),
                products.get(2).category().get().parent().get());
        assertRows(1, 3);
        assertRows(2, 1);
    }

    @Test
    void limitsAreForEachParentAndNoFurtherRowIsRead() {
        List<Purchase> purchases = all(
                purchases().include(PURCHASE.lines.orderBy(LINE.quantity.desc()).take(1)), 2);
        assertThat(purchases.get(0).lines()).extracting(Line::quantity).containsExactly(5);
        assertThat(purchases.get(1).lines()).extracting(Line::quantity).containsExactly(1);
        assertThat(purchases.get(2).lines()).isEmpty();
        assertRows(1, 2);

        List<Category> categories = all(
                database.orm()
                        .find(CATEGORY)
                        .orderBy(CATEGORY.id.asc())
                        .include(CATEGORY.products
                                .orderBy(PRODUCT.name.desc(), PRODUCT.id.asc())
                                .skip(1)
                                .take(1)),
                2);
        assertThat(categories)
                .extracting(category -> category.products().size())
                .containsExactly(0, 1, 1, 0);
        assertRows(1, 2);
        assertThat(categories.get(1).products().list().get(0).name()).isEqualTo("claw");
    }

    @Test
    void limitsOfAManyToManyAndOfCompositeKeys() {
        List<Product> products =
                all(products().include(PRODUCT.marks.orderBy(MARK.name.desc()).take(1)), 2);
        assertThat(products.get(0).marks()).extracting(Mark::name).containsExactly("sale");
        assertThat(products.get(3).marks()).extracting(Mark::name).containsExactly("new");
        assertRows(1, 3);
        List<Mark> marks = all(
                database.orm()
                        .find(MARK)
                        .orderBy(MARK.name.asc())
                        .include(MARK.products.orderBy(PRODUCT.id.asc()).skip(1).take(5)),
                2);
        assertThat(marks).extracting(mark -> mark.products().size()).containsExactly(1, 0, 1);
        List<Line> lines = all(
                database.orm()
                        .find(LINE)
                        .orderBy(LINE.id.purchaseId.asc(), LINE.id.productId.asc())
                        .include(LINE.deliveries.orderBy(DELIVERY.amount.desc()).take(1)),
                2);
        assertThat(lines.get(0).deliveries()).extracting(Delivery::amount).containsExactly(3);
        List<Place> places = all(
                database.orm()
                        .find(PLACE)
                        .orderBy(PLACE.id.hall.asc(), PLACE.id.shelf.asc())
                        .include(PLACE.boxes.orderBy(BOX.content.desc()).take(1)),
                2);
        assertThat(places.get(0).boxes()).extracting(Box::content).containsExactly("y");
        assertThat(places.get(1).boxes()).isEmpty();
        assertThat(places.get(2).boxes()).extracting(Box::content).containsExactly("z");
    }

    @Test
    void takeZeroOfARelationIsEmptyAndPartialAndSendsNothing() {
        Purchase purchase = all(purchases().include(PURCHASE.lines.take(0)), 1).get(0);
        assertThat(purchase.lines()).isEmpty();
        assertThat(purchase.lines().isPartial()).isTrue();
        assertThat(all(purchases().include(PURCHASE.lines.where(Condition.never())), 1)
                        .get(0)
                        .lines())
                .isEmpty();
    }

    @Test
    void aFilteredOrLimitedIncludeSaysSo() {
        assertThat(partial(PURCHASE.lines)).isFalse();
        assertThat(partial(PURCHASE.lines.orderBy(LINE.quantity.asc()))).isFalse();
        assertThat(partial(PURCHASE.lines.where())).isFalse();
        assertThat(partial(PURCHASE.lines.where(Condition.always()))).isFalse();
        assertThat(partial(PURCHASE.lines.include(LINE.product))).isFalse();
        assertThat(partial(PURCHASE.lines.where(LINE.quantity.gt(0)))).isTrue();
        assertThat(partial(PURCHASE.lines.take(100))).isTrue();
        assertThat(partial(PURCHASE.lines.skip(1))).isTrue();
    }

    private boolean partial(Includable<Purchase> include) {
        List<Purchase> purchases =
                fetched(purchases().include(include)).all().collectList().block();
        boolean first = purchases.get(0).lines().isPartial();
        assertThat(purchases)
                .allSatisfy(purchase -> assertThat(purchase.lines().isPartial()).isEqualTo(first));
        return first;
    }

    @Test
    void filtersOfAnIncludeMayUseRelationsAndDoNotFilterTheParents() {
        List<Purchase> purchases = all(
                purchases()
                        .include(PURCHASE.lines.where(
                                LINE.product.is(PRODUCT.marks.some(MARK.name.eq("new"))), LINE.quantity.lt(9))),
                2);
        assertThat(purchases).hasSize(3);
        assertThat(purchases.get(0).lines())
                .extracting(line -> line.id().productId())
                .containsExactly(1L);
        List<Product> products =
                all(products().include(PRODUCT.shop.where(SHOP.motto.isNotNull().or(SHOP.code.eq("X")))), 2);
        assertThat(products.get(0).shop().optional()).isEmpty();
        assertThat(products.get(1).shop().get().code()).isEqualTo("S");
    }

    @Test
    void orderOfRelatedRowsIsForEachParent() {
        Supplier acme = all(
                        database.orm()
                                .find(SUPPLIER)
                                .orderBy(SUPPLIER.id.asc())
                                .include(SUPPLIER.shipments.orderBy(SHIPMENT.content.asc())),
                        2)
                .get(0);
        assertThat(acme.shipments).extracting(shipment -> shipment.content).containsExactly("one", "three", "two");
        List<Category> categories = all(
                database.orm()
                        .find(CATEGORY)
                        .include(CATEGORY.products.orderBy(PRODUCT.lines.count().desc(), PRODUCT.id.desc())),
                2);
        assertThat(categories)
                .filteredOn(category -> category.id() == Stock.HAMMERS)
                .allSatisfy(category ->
                        assertThat(category.products()).extracting(Product::id).containsExactly(1L, 2L));
    }

    @Test
    void cyclesAreAsDeepAsTheyAreAskedFor() {
        Category tools = all(
                        database.orm()
                                .find(CATEGORY)
                                .byId(Stock.TOOLS)
                                .include(CATEGORY.children
                                        .orderBy(CATEGORY.id.asc())
                                        .include(CATEGORY.parent.include(CATEGORY.children), CATEGORY.children)),
                        5)
                .get(0);
        Category hammers = tools.children().list().get(0);
        assertThat(hammers.children()).isEmpty();
        assertThat(hammers.parent().get().name()).isEqualTo("tools");
        assertThat(hammers.parent().get().children()).hasSize(2);
        assertThat(hammers.parent().get().children().list().get(0).parent().isLoaded())
                .isFalse();
    }

    @Test
    void mutableClassesAndBothSides() {
        List<Shipment> shipments = all(
                database.orm()
                        .find(SHIPMENT)
                        .include(SHIPMENT.supplier.include(SUPPLIER.shipments.orderBy(SHIPMENT.id.asc()))),
                3);
        assertThat(shipments).hasSize(3).allSatisfy(shipment -> {
            assertShared(shipment.supplier.get(), shipments.get(0).supplier.get());
            assertThat(shipment.supplier.get().shipments).hasSize(3);
        });
        Licence licence = all(
                        database.orm()
                                .find(LICENCE)
                                .where(LICENCE.number.eq("l-n"))
                                .include(LICENCE.shop.include(SHOP.licence)),
                        3)
                .get(0);
        assertThat(licence.shop().get().licence().get().id()).isEqualTo(licence.id());
    }

    @Test
    void compositeKeysUpwards() {
        List<Delivery> deliveries =
                all(database.orm().find(DELIVERY).orderBy(DELIVERY.id.asc()).include(DELIVERY.line), 2);
        assertShared(deliveries.get(0).line().get(), deliveries.get(1).line().get());
        assertThat(deliveries.get(2).line().get().id()).isEqualTo(new LineId(2, 1));
        assertThat(deliveries.get(4).line().optional()).isEmpty();
        List<Box> boxes = all(database.orm().find(BOX).orderBy(BOX.id.asc()).include(BOX.place), 2);
        assertThat(boxes.get(2).place().get().id()).isEqualTo(new PlaceId("B", 1, (short) 1));
        assertThat(boxes.get(4).place().optional()).isEmpty();
    }

    @Test
    void countsAreNotAffectedByIncludes() {
        FindSpec<Purchase, Integer> find = fetched(purchases().include(PURCHASE.lines.take(1)));
        database.statements().clear();
        assertThat(find.count().block()).isEqualTo(3);
        assertThat(find.exists().block()).isTrue();
        assertThat(database.statements()).hasCount(2);
        assertThat(all(find.where(PURCHASE.lines.count().eq(2L)), 2)).hasSize(1);
    }

    @Test
    void includeWithEveryTerminal() {
        database.statements().clear();
        assertThat(fetched(purchases().include(PURCHASE.lines)).first().block().lines())
                .hasSize(2);
        assertThat(database.statements()).hasCount(hasFollowUps() ? 2 : 1);
        assertRows(1, 2);
        assertThat(fetched(purchases().byId(2).include(PURCHASE.lines))
                        .oneOrFail()
                        .block()
                        .lines())
                .hasSize(1);
        assertThat(fetched(purchases().skip(2).include(PURCHASE.lines))
                        .one()
                        .block()
                        .lines())
                .isEmpty();
        Page<Purchase> page =
                fetched(purchases().include(PURCHASE.lines)).page(1, 1).block();
        assertThat(page.items().get(0).lines()).hasSize(1);
        Slice<Purchase> slice =
                fetched(purchases().include(PURCHASE.lines)).slice(2).block();
        assertThat(slice.items())
                .extracting(purchase -> purchase.lines().size())
                .containsExactly(2, 1);
        assertThat(fetched(purchases().include(PURCHASE.lines)).stream(2)
                        .map(purchase -> purchase.lines().size())
                        .collectList()
                        .block())
                .containsExactly(2, 1, 0);
    }

    @Test
    void theSameRelationTwiceIsRefused() {
        assertThat(catchThrowable(() -> purchases().include(PURCHASE.lines, PURCHASE.lines.take(1))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Purchase");
        assertThat(catchThrowable(() -> purchases().include(PURCHASE.lines).include(PURCHASE.lines)))
                .isInstanceOf(InvalidQueryException.class);
    }
}
