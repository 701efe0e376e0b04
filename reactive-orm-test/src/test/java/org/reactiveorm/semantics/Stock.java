package org.reactiveorm.semantics;

import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Condition;
import reactor.core.publisher.Mono;

/** The rows that the reading tests ask for; ids count from one in the order given here. */
final class Stock {

    static final long TOOLS = 1;
    static final long HAMMERS = 2;
    static final long SAWS = 3;
    static final long NOTHING = 4;

    private Stock() {}

    static void fill(ReactiveOrm orm) {
        Mono<Void> all = categories(orm)
                .then(shops(orm))
                .then(products(orm))
                .then(marks(orm))
                .then(purchases(orm))
                .then(deliveries(orm))
                .then(places(orm))
                .then(suppliers(orm));
        all.block();
    }

    /** The names of the products for which the condition holds, by id. */
    static List<String> names(ReactiveOrm orm, Condition<Product> condition) {
        return orm.find(PRODUCT)
                .where(condition)
                .orderBy(PRODUCT.id.asc())
                .all()
                .map(Product::name)
                .collectList()
                .block();
    }

    private static Mono<Void> categories(ReactiveOrm orm) {
        return orm.insertAll(List.of(
                        NewCategory.name("tools").id(TOOLS),
                        NewCategory.name("hammers").id(HAMMERS).parentId(TOOLS),
                        NewCategory.name("saws").id(SAWS).parentId(TOOLS),
                        NewCategory.name("nothing").id(NOTHING)))
                .all()
                .then();
    }

    private static Mono<Void> shops(ReactiveOrm orm) {
        return orm.insertAll(List.of(
                        NewShop.code("N").address(new Address("North 1", null)).licence(NewLicence.number("l-n")),
                        NewShop.code("S").address(new Address("South 2", "Ulm")).motto("best"),
                        NewShop.code("E").address(new Address("East 3", "Bonn")).licence(NewLicence.number("l-e"))))
                .all()
                .then();
    }

    private static Mono<Void> products(ReactiveOrm orm) {
        NewProduct claw = NewProduct.name("claw")
                .categoryId(HAMMERS)
                .id(1)
                .shopCode("N")
                .stock(5)
                .note("100% iron")
                .rank((short) 1)
                .sold(50L)
                .price(new BigDecimal("10.00"))
                .weight(0.5)
                .fragile(false)
                .status(Status.ACTIVE)
                .grade(Grade.GOOD)
                .labels(List.of("a", "b"))
                .sizes(List.of(1, 2))
                .details(new Details("red", 5, List.of("x")))
                .since(LocalDate.of(2020, 2, 29));
        NewProduct sledge = NewProduct.name("sledge")
                .categoryId(HAMMERS)
                .id(2)
                .shopCode("S")
                .sizes(List.of());
        NewProduct handSaw = NewProduct.name("Hand_saw")
                .categoryId(SAWS)
                .id(3)
                .stock(0)
                .note("")
                .fragile(true)
                .status(Status.RETIRED)
                .grade(Grade.BEST)
                .labels(List.of())
                .sold(0L);
        NewProduct chainSaw = NewProduct.name("chain\\saw")
                .categoryId(SAWS)
                .id(4)
                .shopCode("N")
                .stock(5)
                .note("o'neil")
                .price(new BigDecimal("99.99"))
                .fragile(true)
                .grade(Grade.POOR)
                .labels(List.of("b", "a"))
                .sold(5L);
        NewProduct drill = NewProduct.name("drill")
                .categoryId(TOOLS)
                .id(5)
                .stock(7)
                .note("100 iron")
                .labels(List.of("a"))
                .sold(3L);
        return orm.insertAll(List.of(claw, sledge, handSaw, chainSaw, drill))
                .all()
                .then();
    }

    private static Mono<Void> marks(ReactiveOrm orm) {
        return orm.insertAll(List.of(NewMark.name("new"), NewMark.name("sale"), NewMark.name("old")))
                .all()
                .then(orm.sql("""
                                insert into product_marks (product_id, mark_id)
                                select p, m.id from (values (1, 'new'), (1, 'sale'), (2, 'sale'), (4, 'new')) v (p, n)
                                join marks m on m.name = v.n""").execute())
                .then();
    }

    private static Mono<Void> purchases(ReactiveOrm orm) {
        return orm.insertAll(List.of(
                        NewPurchase.create()
                                .id(1)
                                .buyer("ann")
                                .lines(
                                        NewLine.quantity(2).productId(1),
                                        NewLine.quantity(5).productId(2).remark("fast")),
                        NewPurchase.create()
                                .id(2)
                                .lines(NewLine.quantity(1).productId(1).remark("slow")),
                        NewPurchase.create().id(3).buyer("cid")))
                .all()
                .then();
    }

    private static Mono<Void> deliveries(ReactiveOrm orm) {
        return orm.insertAll(List.of(
                        NewDelivery.amount(1).id(1).linePurchase(1).lineProduct(1L),
                        NewDelivery.amount(3).id(2).linePurchase(1).lineProduct(1L),
                        NewDelivery.amount(9).id(3).linePurchase(2).lineProduct(1L),
                        NewDelivery.amount(4).id(4),
                        NewDelivery.amount(5).id(5).linePurchase(1)))
                .all()
                .then();
    }

    private static Mono<Void> places(ReactiveOrm orm) {
        return orm.insertAll(List.of(
                        NewPlace.id(new PlaceId("A", 1, (short) 1))
                                .boxes(
                                        NewBox.content("x").id(1),
                                        NewBox.content("y").id(2)),
                        NewPlace.id(new PlaceId("A", 1, (short) 2)),
                        NewPlace.id(new PlaceId("B", 1, (short) 1))
                                .boxes(NewBox.content("z").id(3))))
                .all()
                .thenMany(orm.insertAll(List.of(
                                NewBox.content("loose").id(4),
                                NewBox.content("half").id(5).hall("A").aisle(1)))
                        .all())
                .then();
    }

    private static Mono<Void> suppliers(ReactiveOrm orm) {
        return orm.insertAll(List.of(
                        NewSupplier.name("acme")
                                .id(1)
                                .shipments(
                                        NewShipment.content("one"),
                                        NewShipment.content("two"),
                                        NewShipment.content("three")),
                        NewSupplier.name("bolt").id(2).rating(3)))
                .all()
                .then();
    }
}
