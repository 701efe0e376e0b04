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
import static org.reactiveorm.semantics.Shipment_.SHIPMENT;
import static org.reactiveorm.semantics.Shop_.SHOP;
import static org.reactiveorm.semantics.Supplier_.SUPPLIER;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

class NestedInsertIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private long rows(EntityRef<?, ?> entity) {
        return orm.find(entity).count().block();
    }

    @Test
    void severalLevelsOfEveryKindOfRelation() {
        Shop shop = orm.insert(NewShop.code("N")
                        .address(new Address("s", null))
                        .licence(NewLicence.number("l"))
                        .products(
                                NewProduct.name("a")
                                        .category(NewCategory.name("leaf").parent(NewCategory.name("root")))
                                        .marks(NewMark.name("m1"), NewMark.name("m2"))
                                        .lines(NewLine.quantity(3)
                                                .purchase(NewPurchase.create().buyer("ann"))
                                                .deliveries(NewDelivery.amount(1), NewDelivery.amount(2))),
                                NewProduct.name("b")
                                        .category(NewCategory.name("other"))
                                        .stock(4)))
                .include(
                        SHOP.licence,
                        SHOP.products
                                .orderBy(PRODUCT.name.asc())
                                .include(
                                        PRODUCT.category.include(CATEGORY.parent),
                                        PRODUCT.marks.orderBy(MARK.name.asc()),
                                        PRODUCT.lines.include(
                                                LINE.purchase, LINE.deliveries.orderBy(DELIVERY.amount.asc()))))
                .one()
                .block();
        assertThat(shop.licence().get().number()).isEqualTo("l");
        Product a = shop.products().list().get(0);
        assertThat(a.category().get().parent().get().name()).isEqualTo("root");
        assertThat(a.marks()).extracting(Mark::name).containsExactly("m1", "m2");
        Line line = a.lines().list().get(0);
        assertThat(line.purchase().get().buyer()).isEqualTo("ann");
        assertThat(line.deliveries()).extracting(Delivery::amount).containsExactly(1, 2);
        Product b = shop.products().list().get(1);
        assertThat(b.stock()).isEqualTo(4);
        assertThat(b.category().get().parent().optional()).isEmpty();
        assertThat(database.statements()).hasCommitted(1);
    }

    @Test
    void aGraphIsOneStatementWithoutATransaction() {
        database.statements().clear();
        Shop shop = orm.insert(NewShop.code("N")
                        .address(new Address("s", null))
                        .licence(NewLicence.number("l"))
                        .products(
                                NewProduct.name("a")
                                        .category(NewCategory.name("x"))
                                        .marks(NewMark.name("m1"), NewMark.name("m2"))
                                        .lines(NewLine.quantity(3).purchase(NewPurchase.create())),
                                NewProduct.name("b")
                                        .category(NewCategory.name("y").parent(NewCategory.name("z")))
                                        .marks(NewMark.name("m3"))))
                .one()
                .block();

        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(shop.code()).isEqualTo("N");
    }

    @Test
    void anOnlyChildHasTheRightOneOfSeveralParents() {
        List<Category> inserted = orm.insertAll(List.of(
                        NewCategory.name("a"),
                        NewCategory.name("b").products(NewProduct.name("p")),
                        NewCategory.name("c")))
                .include(CATEGORY.products)
                .all()
                .collectList()
                .block();
        assertThat(inserted).extracting(category -> category.products().size()).containsExactly(0, 1, 0);
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
        assertThat(statements(1)).isEqualTo(statements(70));
    }

    private int statements(int rows) {
        database.statements().clear();
        List<NewCategory> categories = IntStream.range(0, rows)
                .mapToObj(i -> NewCategory.name("c" + rows + "-" + i)
                        .products(IntStream.range(0, rows)
                                .mapToObj(j ->
                                        NewProduct.name("p" + j).marks(NewMark.name("m" + rows + "-" + i + "-" + j)))
                                .toList()))
                .toList();
        List<Category> inserted = orm.insertAll(categories)
                .include(CATEGORY.products.orderBy(PRODUCT.id.asc()).include(PRODUCT.marks))
                .all()
                .collectList()
                .block();
        for (int i = 0; i < rows; i++) {
            List<Product> products = inserted.get(i).products().list();
            assertThat(products).hasSize(rows);
            for (int j = 0; j < rows; j++) {
                assertThat(products.get(j).name()).isEqualTo("p" + j);
                assertThat(products.get(j).marks())
                        .extracting(Mark::name)
                        .containsExactly("m" + rows + "-" + i + "-" + j);
            }
        }
        assertThat(database.statements()).hasCount(3);
        return database.statements().count();
    }

    @Test
    void selfRelationsInBothDirections() {
        Category root = orm.insert(NewCategory.name("root")
                        .children(
                                NewCategory.name("a").children(NewCategory.name("a1"), NewCategory.name("a2")),
                                NewCategory.name("b")))
                .include(CATEGORY.children
                        .orderBy(CATEGORY.name.asc())
                        .include(CATEGORY.children.orderBy(CATEGORY.name.asc())))
                .one()
                .block();
        assertThat(root.children()).extracting(Category::name).containsExactly("a", "b");
        assertThat(root.children().list().get(0).children())
                .extracting(Category::name)
                .containsExactly("a1", "a2");
        Category leaf = orm.insert(
                        NewCategory.name("leaf").parent(NewCategory.name("mid").parent(NewCategory.name("top"))))
                .include(CATEGORY.parent.include(CATEGORY.parent))
                .one()
                .block();
        assertThat(leaf.parent().get().parent().get().name()).isEqualTo("top");
    }

    @Test
    void compositeKeysAreHandedDown() {
        Place place = orm.insert(
                        NewPlace.id(new PlaceId("h", 1, (short) 2)).boxes(NewBox.content("x"), NewBox.content("y")))
                .include(PLACE.boxes.orderBy(BOX.id.asc()))
                .one()
                .block();
        assertThat(place.boxes())
                .extracting(Box::content, Box::hall, Box::aisle, Box::shelf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("x", "h", 1, (short) 2),
                        org.assertj.core.groups.Tuple.tuple("y", "h", 1, (short) 2));
        Box box = orm.insert(NewBox.content("z").place(NewPlace.id(new PlaceId("h", 1, (short) 3))))
                .include(BOX.place)
                .one()
                .block();
        assertThat(box.place().get().id()).isEqualTo(new PlaceId("h", 1, (short) 3));
    }

    @Test
    void aJoinEntityIsMadeFromEitherSide() {
        long category = orm.insert(NewCategory.name("c")).one().block().id();
        Line line = orm.insert(NewLine.quantity(1)
                        .purchase(NewPurchase.create().buyer("ann"))
                        .product(NewProduct.name("p").categoryId(category)))
                .include(LINE.purchase, LINE.product)
                .one()
                .block();
        assertThat(line.purchase().get().buyer()).isEqualTo("ann");
        assertThat(line.product().get().name()).isEqualTo("p");
        Delivery delivery = orm.insert(NewDelivery.amount(5)
                        .line(NewLine.quantity(2)
                                .purchaseId(line.id().purchaseId())
                                .product(NewProduct.name("q").categoryId(category))))
                .include(DELIVERY.line.include(LINE.product))
                .one()
                .block();
        assertThat(delivery.line().get().product().get().name()).isEqualTo("q");
        assertThat(delivery.linePurchase()).isEqualTo(line.id().purchaseId());
    }

    @Test
    void mutableClasses() {
        Supplier supplier = orm.insert(
                        NewSupplier.name("s").shipments(NewShipment.content("a"), NewShipment.content("b")))
                .include(SUPPLIER.shipments.orderBy(SHIPMENT.id.asc()))
                .one()
                .block();
        assertThat(supplier.shipments).extracting(shipment -> shipment.content).containsExactly("a", "b");
        assertThat(orm.insert(NewShipment.content("c").supplier(NewSupplier.name("t")))
                        .include(SHIPMENT.supplier)
                        .one()
                        .block()
                        .supplier
                        .get()
                        .name)
                .isEqualTo("t");
    }

    @Test
    void aFailureAtAnyLevelLeavesNothing() {
        orm.insert(NewMark.name("taken")).one().block();
        database.statements().clear();
        StepVerifier.create(orm.insert(NewCategory.name("c")
                                .products(
                                        NewProduct.name("ok"),
                                        NewProduct.name("p").marks(NewMark.name("taken"))))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                UniqueViolationException.class,
                                unique -> assertThat(unique.context().entity()).isEqualTo("Mark")));
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(rows(CATEGORY) + rows(PRODUCT)).isZero();

        StepVerifier.create(orm.insert(NewCategory.name("c")
                                .products(NewProduct.name("p").price(new BigDecimal("1e20"))))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(InvalidValueException.class, invalid -> {
                            assertThat(invalid).hasMessageStartingWith("Product.price cannot have such a value: ");
                            assertThat(invalid.context().entity()).isEqualTo("Product");
                        }));
        assertThat(rows(CATEGORY) + rows(PRODUCT)).isZero();

        StepVerifier.create(orm.insert(
                                NewPurchase.create().lines(NewLine.quantity(1).productId(404)))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ForeignKeyViolationException.class)
                        .hasMessageStartingWith("Line.product refers to a Product that does not exist"));
        assertThat(rows(PURCHASE) + rows(LINE)).isZero();

        StepVerifier.create(orm.insert(NewProduct.name("x")
                                .category(NewCategory.name("new"))
                                .shopCode("none"))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ForeignKeyViolationException.class)
                        .hasMessageStartingWith("Product.shop refers to a Shop that does not exist"));
        assertThat(rows(CATEGORY)).isZero();
    }

    @Test
    void aMissingColumnDeepInTheTreeIsFoundBeforeAnythingIsSent() {
        database.statements().clear();
        StepVerifier.create(orm.insert(CATEGORY.draft()
                                .set(CATEGORY.name.to("c"))
                                .create(CATEGORY.products, PRODUCT.draft().set(PRODUCT.note.to("n"))))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessage("A new Product needs values for: name."));
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void severalEntitiesForAToOneAreRefused() {
        StepVerifier.create(orm.insert(SHOP.draft()
                                .set(SHOP.code.to("c"), SHOP.address.street.to("s"))
                                .create(
                                        SHOP.licence,
                                        LICENCE.draft().set(LICENCE.number.to("1")),
                                        LICENCE.draft().set(LICENCE.number.to("2"))))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("Shop.licence"));
        assertThat(rows(SHOP)).isZero();
    }

    @Test
    void aKeyThatContradictsTheParentIsRefused() {
        StepVerifier.create(orm.insert(NewCategory.name("c")
                                .children(NewCategory.name("d").parentId(99L)))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("parentId"));
        assertThat(rows(CATEGORY)).isZero();
    }

    @Test
    void aTriggerThatKeepsAParentOutMixesUpNoChildren() {
        orm.sql("""
                        create function no_b() returns trigger language plpgsql as
                        $$ begin return case when new.name = 'b' then null else new end; end $$;
                        create trigger no_b before insert on categories for each row execute function no_b()
                        """).execute().block();
        StepVerifier.create(orm.insertAll(List.of(
                                NewCategory.name("a").products(NewProduct.name("a")),
                                NewCategory.name("b").products(NewProduct.name("b")),
                                NewCategory.name("c").products(NewProduct.name("c"))))
                        .all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotNullViolationException.class)
                        .hasMessageStartingWith("Product.categoryId must not be null"));
        assertThat(rows(CATEGORY) + rows(PRODUCT)).isZero();
    }

    @Test
    void itJoinsATransactionAround() {
        StepVerifier.create(orm.transaction(orm.insert(NewSupplier.name("s").shipments(NewShipment.content("a")))
                        .one()
                        .then(orm.insert(NewSupplier.name("s")).one())))
                .verifyError(UniqueViolationException.class);
        assertThat(database.statements()).hasRolledBack(1);
        assertThat(rows(SUPPLIER) + rows(SHIPMENT)).isZero();
    }
}
