package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;
import static org.reactiveorm.semantics.Supplier_.SUPPLIER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindResults;
import org.reactiveorm.ShapeSpec;
import org.reactiveorm.query.Condition;
import org.reactiveorm.semantics.StockShapes.BoxContent;
import org.reactiveorm.semantics.StockShapes.CategoryTree;
import org.reactiveorm.semantics.StockShapes.ChildCategory;
import org.reactiveorm.semantics.StockShapes.Computed;
import org.reactiveorm.semantics.StockShapes.DeliveryCard;
import org.reactiveorm.semantics.StockShapes.LicenceNumber;
import org.reactiveorm.semantics.StockShapes.LineDeliveries;
import org.reactiveorm.semantics.StockShapes.LineInfo;
import org.reactiveorm.semantics.StockShapes.LineProduct;
import org.reactiveorm.semantics.StockShapes.MarkName;
import org.reactiveorm.semantics.StockShapes.MarkedProduct;
import org.reactiveorm.semantics.StockShapes.PlaceBoxes;
import org.reactiveorm.semantics.StockShapes.ProductLine;
import org.reactiveorm.semantics.StockShapes.ProductName;
import org.reactiveorm.semantics.StockShapes.ShipmentCard;
import org.reactiveorm.semantics.StockShapes.ShopPage;
import org.reactiveorm.semantics.StockShapes.SoldProduct;
import org.reactiveorm.semantics.StockShapes.SupplierCard;
import org.reactiveorm.semantics.StockShapes.Tally;
import org.reactiveorm.test.OrmExtension;

/** What shapes read, and with how many statements. */
class ShapesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    private static <S> List<S> all(FindResults<S> shapes, int statements) {
        database.statements().clear();
        List<S> rows = shapes.all().collectList().block();
        assertThat(database.statements()).hasCount(statements);
        return rows;
    }

    private static ShapeSpec<Shop, ShopPage> shops() {
        return database.orm().find(SHOP).orderBy(SHOP.code.asc()).as(ShopPage.class);
    }

    @Test
    void theSameRelationIsThereUnderSeveralFiltersAtOneStatementEach() {
        assertThat(all(shops(), 4))
                .containsExactly(
                        new ShopPage("E", List.of(), List.of(), 0, 0, new LicenceNumber("l-e")),
                        ShopPage.NORTH,
                        new ShopPage("S", List.of(new ProductName("sledge")), List.of(), 1, 0, null));
    }

    @Test
    void onlyTheColumnsThatAreNamedAndTheKeysAreRead() {
        all(shops(), 4);
        assertThat(database.statements())
                .doesNotContainSql("motto")
                .doesNotContainSql("address")
                .doesNotContainSql("note")
                .doesNotContainSql("labels");
        assertThat(database.statements().list().get(0).sql()).contains("code").doesNotContain("name");
        assertThat(database.statements().list().get(3).sql())
                .contains("number")
                .doesNotContain("\"id\"")
                .doesNotContain(" id");
    }

    @Test
    void propertiesOfOtherRowsAreReadWithTheRowAndMissingOnesAreNull() {
        Address north = new Address("North 1", null);
        assertThat(all(
                        database.orm()
                                .find(PRODUCT)
                                .where(PRODUCT.id.in(1L, 2L, 5L))
                                .orderBy(PRODUCT.id.asc())
                                .as(ProductLine.class),
                        1))
                .containsExactly(
                        new ProductLine("claw", "hammers", "tools", null, north, new BigDecimal("10.00")),
                        new ProductLine(
                                "sledge",
                                "hammers",
                                "tools",
                                "best",
                                new Address("South 2", "Ulm"),
                                new BigDecimal("0.00")),
                        new ProductLine("drill", "tools", null, null, null, new BigDecimal("0.00")));
    }

    @Test
    void valuesOfOtherRowsAreReadAsTheirColumnsAre() {
        assertThat(all(
                        database.orm()
                                .find(LINE)
                                .where(LINE.id.purchaseId.eq(1))
                                .orderBy(LINE.id.productId.asc())
                                .as(LineProduct.class),
                        1))
                .containsExactly(
                        new LineProduct(
                                Status.ACTIVE,
                                Grade.GOOD,
                                new Details("red", 5, List.of("x")),
                                List.of(1, 2),
                                false,
                                0.5,
                                "North 1"),
                        new LineProduct(Status.DRAFT, null, null, List.of(), null, null, "South 2"));
    }

    @Test
    void shapesNestAndLimitsAreForEachParentAndDoNotChangeCounts() {
        List<CategoryTree> trees = all(
                database.orm()
                        .find(CATEGORY)
                        .where(CATEGORY.parentId.isNull())
                        .orderBy(CATEGORY.id.asc())
                        .as(CategoryTree.class),
                4);
        assertThat(trees)
                .containsExactly(
                        new CategoryTree(
                                "tools",
                                List.of(
                                        new ChildCategory(
                                                "hammers",
                                                List.of(
                                                        new SoldProduct("claw", List.of(new LineInfo(2, "ann")), 2),
                                                        new SoldProduct("sledge", List.of(new LineInfo(5, "ann")), 1))),
                                        new ChildCategory(
                                                "saws",
                                                List.of(
                                                        new SoldProduct("Hand_saw", List.of(), 0),
                                                        new SoldProduct("chain\\saw", List.of(), 0))))),
                        new CategoryTree("nothing", List.of()));
        assertThat(database.statements().list().get(3).rows()).isEqualTo(2);
    }

    @Test
    void nothingIsAskedForWhereThereAreNoParents() {
        assertThat(all(
                        database.orm()
                                .find(CATEGORY)
                                .where(CATEGORY.id.eq(Stock.NOTHING))
                                .as(CategoryTree.class),
                        2))
                .containsExactly(new CategoryTree("nothing", List.of()));
        assertThat(all(database.orm().find(SHOP).where(Condition.never()).as(ShopPage.class), 0))
                .isEmpty();
        assertThat(all(database.orm().find(SHOP).where(SHOP.code.eq("?")).as(ShopPage.class), 1))
                .isEmpty();
        assertThat(all(
                        database.orm()
                                .find(DELIVERY)
                                .where(DELIVERY.lineProduct.isNull())
                                .orderBy(DELIVERY.id.asc())
                                .as(DeliveryCard.class),
                        1))
                .containsExactly(new DeliveryCard(4, null, null, null), new DeliveryCard(5, null, null, null));
    }

    @Test
    void relationsThroughAJoinTable() {
        MarkName fresh = new MarkName("new", 2);
        MarkName sale = new MarkName("sale", 2);
        assertThat(all(
                        database.orm()
                                .find(PRODUCT)
                                .where(PRODUCT.id.lte(3L))
                                .orderBy(PRODUCT.id.asc())
                                .as(MarkedProduct.class),
                        2))
                .containsExactly(
                        new MarkedProduct("claw", List.of(fresh, sale), 2),
                        new MarkedProduct("sledge", List.of(sale), 1),
                        new MarkedProduct("Hand_saw", List.of(), 0));
    }

    @Test
    void keysOfSeveralColumnsAndWholeEntities() {
        List<LineDeliveries> lines = all(
                database.orm()
                        .find(LINE)
                        .where(LINE.id.productId.eq(1L))
                        .orderBy(LINE.id.purchaseId.asc())
                        .as(LineDeliveries.class),
                3);
        assertThat(lines).extracting(LineDeliveries::id).containsExactly(new LineId(1, 1), new LineId(2, 1));
        assertThat(lines.get(0).deliveries()).extracting(Delivery::amount).containsExactly(1, 3);
        assertThat(lines.get(1).deliveries()).extracting(Delivery::amount).containsExactly(9);
        assertThat(lines.get(0).product()).isSameAs(lines.get(1).product());
        assertThat(lines.get(0).product().sizes()).containsExactly(1, 2);
        assertThat(lines.get(0).product().marks().isLoaded()).isFalse();

        assertThat(all(
                        database.orm()
                                .find(DELIVERY)
                                .where(DELIVERY.id.lte(4L))
                                .orderBy(DELIVERY.id.asc())
                                .as(DeliveryCard.class),
                        3))
                .containsExactly(
                        new DeliveryCard(1, new LineInfo(2, "ann"), new LineInfo(2, "ann"), "ann"),
                        new DeliveryCard(2, new LineInfo(2, "ann"), new LineInfo(2, "ann"), "ann"),
                        new DeliveryCard(3, new LineInfo(1, null), null, null),
                        new DeliveryCard(4, null, null, null));

        assertThat(all(
                        database.orm()
                                .find(PLACE)
                                .orderBy(PLACE.id.hall.asc(), PLACE.id.shelf.asc())
                                .as(PlaceBoxes.class),
                        2))
                .containsExactly(
                        new PlaceBoxes(List.of(new BoxContent("x"), new BoxContent("y"))),
                        new PlaceBoxes(List.of()),
                        new PlaceBoxes(List.of(new BoxContent("z"))));
    }

    @Test
    void entitiesThatAreClasses() {
        List<SupplierCard> cards =
                all(database.orm().find(SUPPLIER).orderBy(SUPPLIER.id.asc()).as(SupplierCard.class), 3);
        assertThat(cards).extracting(SupplierCard::name).containsExactly("acme", "bolt");
        assertThat(cards.get(1)).isEqualTo(new SupplierCard("bolt", 3, List.of()));
        assertThat(cards.get(0).shipments()).extracting(ShipmentCard::content).containsExactly("three", "two");
        assertThat(cards.get(0).shipments()).allSatisfy(shipment -> {
            assertThat(shipment.supplier().name).isEqualTo("acme");
            assertThat(shipment.supplier().shipments.isLoaded()).isFalse();
        });
    }

    @Test
    void whatSqlComputes() {
        assertThat(all(
                        database.orm()
                                .find(PRODUCT)
                                .where(PRODUCT.id.lte(2L))
                                .orderBy(PRODUCT.id.asc())
                                .as(Computed.class),
                        1))
                .containsExactly(
                        new Computed(1, "CLAW of hammers?", 10, List.of("a", "b")),
                        new Computed(2, "SLEDGE of hammers{}", null, List.of("none")));
    }

    @Test
    void conditionsMeanWhatTheTypedOnesMean() {
        List<Tally> tallies = all(database.orm().find(CATEGORY).as(Tally.class), 1);
        Map<ToIntFunction<Tally>, Condition<Product>> typed = Map.of(
                Tally::grades,
                PRODUCT.grade.in(Grade.GOOD, Grade.BEST).and(PRODUCT.status.ne(Status.RETIRED)),
                Tally::moments,
                PRODUCT.since.gte(LocalDate.of(2020, 2, 29)).or(PRODUCT.weight.lt(0.75)),
                Tally::missing,
                PRODUCT.shop.isNull().or(PRODUCT.fragile.isFalse()),
                Tally::paths,
                PRODUCT.category.is(CATEGORY.parent.isNull()).or(PRODUCT.shop.is(SHOP.address.city.eq("Ulm"))),
                Tally::texts,
                PRODUCT.name.contains("a").not().or(PRODUCT.note.startsWithIgnoreCase("o'n")),
                Tally::numbers,
                PRODUCT.stock
                        .notIn(0, 7)
                        .and(PRODUCT.labels.isNotNull())
                        .or(PRODUCT.sold.gte(0L).and(PRODUCT.sold.lte(3L))),
                Tally::columns,
                PRODUCT.sold.eq(PRODUCT.id).or(PRODUCT.rank.isNull().and(PRODUCT.price.gt(new BigDecimal("9.99")))),
                Tally::negations,
                PRODUCT.stock
                        .gt(1)
                        .and(PRODUCT.fragile.isTrue().or(PRODUCT.rank.eq((short) 1)))
                        .not()
                        .and(PRODUCT.details.isNull()));
        typed.forEach((tally, condition) -> {
            int expected = Stock.names(database.orm(), condition).size();
            assertThat(expected).as(condition.toString()).isBetween(1, 4);
            assertThat(tallies.stream().mapToInt(tally).sum())
                    .as(condition.toString())
                    .isEqualTo(expected);
        });
    }
}
