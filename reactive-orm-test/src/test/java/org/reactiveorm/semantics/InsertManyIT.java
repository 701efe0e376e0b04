package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

class InsertManyIT {

    private static final int MANY = 10_000;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;
    private long category;

    @BeforeEach
    void connect() {
        orm = database.orm();
        category = orm.insert(NewCategory.name("all")).one().block().id();
    }

    private static List<String> numbered(String prefix) {
        return IntStream.range(0, MANY).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void manyRowsAreOneStatementAndComeBackInOrder() {
        List<String> names = numbered("p");
        List<Product> inserted = orm.insertAll(names.stream()
                        .map(name -> NewProduct.name(name)
                                .categoryId(category)
                                .labels(List.of(name))
                                .details(new Details(name, 1, List.of()))
                                .grade(Grade.BEST)
                                .price(BigDecimal.ONE))
                        .toList())
                .all()
                .collectList()
                .block();
        assertThat(database.statements()).hasCount(1);
        assertThat(inserted).extracting(Product::name).containsExactlyElementsOf(names);
        assertThat(inserted).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(inserted).allSatisfy(product -> {
            assertThat(product.labels()).containsExactly(product.name());
            assertThat(product.details().colour()).isEqualTo(product.name());
            assertThat(product.price()).isEqualTo(new BigDecimal("1.00"));
        });
        assertThat(orm.find(PRODUCT).byId(inserted.get(9_999).id()).one().block())
                .isEqualTo(inserted.get(9_999));
    }

    @Test
    void idsOfEveryKindComeBackInOrder() {
        List<String> names = numbered("n");
        assertThat(orm.insertAll(names.stream().map(NewMark::name).toList())
                        .all()
                        .map(Mark::name)
                        .collectList()
                        .block())
                .isEqualTo(names);
        assertThat(orm.insertAll(names.stream()
                                .map(name -> NewPurchase.create().buyer(name))
                                .toList())
                        .all()
                        .map(Purchase::buyer)
                        .collectList()
                        .block())
                .isEqualTo(names);
        assertThat(orm.insertAll(names.stream()
                                .map(name -> NewShop.code(name).address(new Address(name, null)))
                                .toList())
                        .all()
                        .map(Shop::code)
                        .collectList()
                        .block())
                .isEqualTo(names);
        assertThat(orm.insertAll(names.stream()
                                .map(name -> NewLicence.number(name).shopCode(name))
                                .toList())
                        .all()
                        .map(Licence::number)
                        .collectList()
                        .block())
                .isEqualTo(names);
        List<PlaceId> places = IntStream.range(0, MANY)
                .mapToObj(i -> new PlaceId("h" + (i % 7), MANY - i, (short) 1))
                .toList();
        assertThat(orm.insertAll(places.stream().map(NewPlace::id).toList())
                        .all()
                        .map(Place::id)
                        .collectList()
                        .block())
                .isEqualTo(places);
        assertThat(orm.insertAll(names.stream().map(NewSupplier::name).toList())
                        .all()
                        .map(supplier -> supplier.name)
                        .collectList()
                        .block())
                .isEqualTo(names);
        assertThat(database.statements()).hasCount(6);
    }

    @Test
    void rowsWithoutAnyValue() {
        List<NewPurchase> empty =
                IntStream.range(0, 100).mapToObj(i -> NewPurchase.create()).toList();
        assertThat(orm.insertAll(empty).all().map(Purchase::id).collectList().block())
                .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void heterogeneousRowsKeepTheOrderOfTheInput() {
        List<NewProduct> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            NewProduct row = NewProduct.name("p" + i).categoryId(category);
            rows.add(
                    switch (i % 4) {
                        case 0 -> row.stock(i);
                        case 1 -> row.note("n").sold((long) i);
                        case 2 -> row.labels(List.of()).id(1_000 + i);
                        default -> row;
                    });
        }
        List<Product> inserted = orm.insertAll(rows).all().collectList().block();
        assertThat(inserted)
                .extracting(Product::name)
                .containsExactlyElementsOf(
                        IntStream.range(0, 300).mapToObj(i -> "p" + i).toList());
        assertThat(inserted.get(4).stock()).isEqualTo(4);
        assertThat(inserted.get(5).sold()).isEqualTo(5);
        assertThat(inserted.get(6).id()).isEqualTo(1_006);
        assertThat(inserted.get(6).labels()).isEmpty();
        assertThat(inserted.get(7).labels()).isNull();
        assertThat(database.statements()).hasCount(1);
    }

    @Test
    void nullsAndEmptyArraysInOneBatch() {
        List<Product> inserted = orm.insertAll(List.of(
                        product("a")
                                .labels(List.of("x", "y"))
                                .details(null)
                                .grade(null)
                                .sizes(List.of()),
                        product("b")
                                .labels(null)
                                .details(new Details("c", 1, List.of()))
                                .grade(Grade.POOR)
                                .sizes(null),
                        product("c")
                                .labels(List.of())
                                .details(null)
                                .grade(Grade.BEST)
                                .sizes(List.of(3, 4, 5))))
                .all()
                .collectList()
                .block();
        assertThat(database.statements()).hasCount(1);
        assertThat(inserted.get(0).labels()).containsExactly("x", "y");
        assertThat(inserted.get(0).details()).isNull();
        assertThat(inserted.get(0).grade()).isNull();
        assertThat(inserted.get(0).sizes()).isEmpty();
        assertThat(inserted.get(1).labels()).isNull();
        assertThat(inserted.get(1).details()).isEqualTo(new Details("c", 1, List.of()));
        assertThat(inserted.get(1).sizes()).isNull();
        assertThat(inserted.get(2).labels()).isEmpty();
        assertThat(inserted.get(2).sizes()).containsExactly(3, 4, 5);
        assertThat(orm.sql("select count(*) from products where details is null")
                        .as(Long.class)
                        .one()
                        .block())
                .isEqualTo(2);
    }

    private NewProduct product(String name) {
        return NewProduct.name(name).categoryId(category);
    }

    @Test
    void oneWrongRowUndoesAll() {
        List<NewCategory> rows = List.of(
                NewCategory.name("a"),
                NewCategory.name("b").parentId(category),
                NewCategory.name("a").id(90));
        StepVerifier.create(orm.insertAll(rows).all())
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(UniqueViolationException.class));
        assertThat(database.statements()).hasNoTransaction();
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(1);
    }

    @Test
    void aRowThatLacksAColumnIsFoundBeforeAnythingIsSent() {
        database.statements().clear();
        StepVerifier.create(orm.insertAll(List.of(
                                PRODUCT.draft().set(PRODUCT.name.to("a"), PRODUCT.categoryId.to(category)),
                                PRODUCT.draft().set(PRODUCT.name.to("b"))))
                        .all())
                .verifyError(InvalidQueryException.class);
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void noRowsSendNothing() {
        database.statements().clear();
        assertThat(orm.insertAll(List.<NewMark>of())
                        .include(MARK.products)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(orm.insertAll(List.<NewMark>of()).count().block()).isZero();
        assertThat(orm.insertAll(List.<NewMark>of()).one().blockOptional()).isEmpty();
        assertThat(orm.insertAll(List.<NewMark>of()).first().blockOptional()).isEmpty();
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void terminals() {
        assertThat(orm.insertAll(List.of(NewMark.name("a"), NewMark.name("b")))
                        .count()
                        .block())
                .isEqualTo(2);
        assertThat(orm.insertAll(List.of(NewMark.name("c"), NewMark.name("d")))
                        .first()
                        .block()
                        .name())
                .isEqualTo("c");
        assertThat(orm.find(MARK).count().block()).isEqualTo(4);
        StepVerifier.create(orm.insertAll(List.of(NewMark.name("e"), NewMark.name("f")))
                        .one())
                .verifyError(NotUniqueException.class);
        assertThat(orm.find(MARK).count().block()).isEqualTo(4);
        assertThat(orm.insertAll(List.of(NewPurchase.create(), NewPurchase.create()))
                        .include(PURCHASE.lines)
                        .all()
                        .collectList()
                        .block())
                .hasSize(2)
                .allSatisfy(purchase -> assertThat(purchase.lines()).isEmpty());
    }
}
