package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shop_.SHOP;
import static org.reactiveorm.semantics.Supplier_.SUPPLIER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UpdateSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.Changed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What updates and deletes answer: shapes, values, and rows before and after. */
class ReturningIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    record Pair(String name, Integer stock) {}

    record Four(long id, String name, String category, Integer stock) {}

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
        database.statements().clear();
    }

    private UpdateSpec<Product> claw() {
        return orm.update(PRODUCT).byId(1L).set(PRODUCT.stock.increment(1));
    }

    @Test
    void valuesOfTheChangedRowsComeWithTheStatement() {
        assertThat(claw().select(PRODUCT.stock).one().block()).isEqualTo(6);
        assertThat(claw().select(PRODUCT.name, PRODUCT.stock)
                        .as(Pair::new)
                        .oneOrFail()
                        .block())
                .isEqualTo(new Pair("claw", 7));
        assertThat(claw().select(PRODUCT.id, PRODUCT.stock, PRODUCT.stock.times(10))
                        .as((id, stock, tenfold) -> id + " " + stock + " " + tenfold)
                        .first()
                        .block())
                .isEqualTo("1 8 80");
        assertThat(claw().select(PRODUCT.id, PRODUCT.name, PRODUCT.category.get(CATEGORY.name), PRODUCT.stock)
                        .as(Four::new)
                        .one()
                        .block())
                .isEqualTo(new Four(1, "claw", "hammers", 9));
        assertThat(claw().select(
                                PRODUCT.id,
                                PRODUCT.name,
                                PRODUCT.stock,
                                PRODUCT.price,
                                PRODUCT.lines.count(),
                                PRODUCT.grade)
                        .as(row -> List.of(row.get(PRODUCT.stock), row.get(PRODUCT.lines.count())))
                        .all()
                        .collectList()
                        .block())
                .containsExactly(List.of(10, 2L));
        assertThat(claw().select(PRODUCT.name, PRODUCT.stock)
                        .as(Pair::new)
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(database.statements()).hasCount(6).hasNoTransaction();
    }

    @Test
    void aValueThatIsNullIsSaidSoUnlessItIsExpected() {
        UpdateSpec<Product> sledge = orm.update(PRODUCT).byId(2L).set(PRODUCT.note.to("x"));
        StepVerifier.create(sledge.select(PRODUCT.stock).one()).verifyError(MappingException.class);
        assertThat(sledge.select(PRODUCT.stock).as(Optional::ofNullable).one().block())
                .isEmpty();
        assertThat(sledge.select(PRODUCT.stock.orElse(0)).one().block()).isZero();
    }

    @Test
    void shapesWithoutRelationsComeWithTheStatement() {
        ProductCard card = claw().as(ProductCard.class).oneOrFail().block();
        assertThat(card.stock()).isEqualTo(6);
        assertThat(card.labels()).containsExactly("a", "b");
        assertThat(orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.categoryId.to(Stock.SAWS))
                        .as(StockShapes.ProductLine.class)
                        .one()
                        .block()
                        .categoryName())
                .isEqualTo("saws");
        assertThat(database.statements()).hasCount(2).hasNoTransaction();
        assertThat(orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.name.to("c"))
                        .select(PRODUCT.name)
                        .as(StockShapes.ProductName.class)
                        .one()
                        .block())
                .isEqualTo(new StockShapes.ProductName("c"));
    }

    @Test
    void relationsOfShapesAreReadAfterTheUpdateInItsTransaction() {
        StockShapes.ShopPage page = orm.update(SHOP)
                .byId("N")
                .set(SHOP.motto.to("new"))
                .as(StockShapes.ShopPage.class)
                .oneOrFail()
                .block();
        assertThat(page).isEqualTo(StockShapes.ShopPage.NORTH);
        assertThat(database.statements()).hasCount(4).hasCommitted(1);
    }

    @Test
    void parametersOfAShapeAreBound() {
        var offers = orm.update(CATEGORY)
                .byId(Stock.HAMMERS)
                .set(CATEGORY.name.to("h"))
                .as(StockShapes.Offers.class);
        assertThatThrownBy(offers::one)
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("bind(…)");
        assertThat(database.statements()).isEmpty();
        assertThat(offers.bind("least", new BigDecimal("10.00"))
                        .bind("status", Status.DRAFT)
                        .bind("quantity", 2)
                        .bind("suffix", "!")
                        .one()
                        .block()
                        .products())
                .isNotEmpty();
    }

    @Test
    void deletesAnswerWhatWas() {
        assertThat(orm.delete(LINE)
                        .where(LINE.deliveries.none())
                        .select(LINE.id.productId, LINE.product.get(PRODUCT.name))
                        .as((id, name) -> id + " " + name)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("2 sledge");
        assertThat(orm.delete(DELIVERY).byId(1L).select(DELIVERY.amount).one().block())
                .isEqualTo(1);
        assertThat(database.statements()).hasCount(2).hasNoTransaction();
    }

    @Test
    void deletesReadTheRelationsOfShapesBefore() {
        orm.delete(DELIVERY).everything().count().block();
        database.statements().clear();
        List<StockShapes.LineDeliveries> removed = orm.delete(LINE)
                .where(LINE.id.purchaseId.eq(1))
                .orderBy(LINE.id.productId.desc())
                .as(StockShapes.LineDeliveries.class)
                .all()
                .collectList()
                .block();
        assertThat(removed).extracting(line -> line.product().name()).containsExactly("sledge", "claw");
        assertThat(database.statements()).hasCount(4).hasCommitted(1);
        assertThat(orm.find(LINE).count().block()).isEqualTo(1);
    }

    /** The key is no component of the shape. */
    @Test
    void deletesOfShapesWithoutTheirKey() {
        List<StockShapes.SupplierCard> removed = orm.delete(SUPPLIER)
                .where(SUPPLIER.shipments.none())
                .as(StockShapes.SupplierCard.class)
                .all()
                .collectList()
                .block();
        assertThat(removed).extracting(StockShapes.SupplierCard::name).containsExactly("bolt");
        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(orm.find(SUPPLIER)
                        .all()
                        .map(supplier -> supplier.name)
                        .collectList()
                        .block())
                .containsExactly("acme");
        database.statements().clear();
        assertThat(orm.delete(SUPPLIER)
                        .where(SUPPLIER.name.eq("none"))
                        .as(StockShapes.SupplierCard.class)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(database.statements()).hasCount(1);
    }

    @Test
    void terminalsKeepTheirMeaning() {
        var names = orm.update(PRODUCT)
                .where(PRODUCT.stock.eq(5))
                .set(PRODUCT.note.to("five"))
                .select(PRODUCT.name);
        StepVerifier.create(names.one()).verifyError(NotUniqueException.class);
        assertThat(database.statements()).hasRolledBack();
        assertThat(orm.find(PRODUCT).where(PRODUCT.note.eq("five")).exists().block())
                .isFalse();
        assertThat(names.all().collectList().block()).containsExactlyInAnyOrder("claw", "chain\\saw");
        StepVerifier.create(
                        orm.delete(DELIVERY).byId(99L).select(DELIVERY.amount).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no Delivery with id 99."));
        StepVerifier.create(orm.delete(DELIVERY)
                        .everything()
                        .select(DELIVERY.amount)
                        .one())
                .verifyError(NotUniqueException.class);
        assertThat(orm.find(DELIVERY).count().block()).isEqualTo(5);
    }

    @Test
    void anEmptyChangeIsRead() {
        assertThat(orm.update(PRODUCT)
                        .byId(1L)
                        .select(PRODUCT.name, PRODUCT.stock)
                        .as(Pair::new)
                        .one()
                        .block())
                .isEqualTo(new Pair("claw", 5));
        assertThat(orm.update(SHOP)
                        .byId("N")
                        .as(StockShapes.ShopPage.class)
                        .one()
                        .block())
                .isEqualTo(StockShapes.ShopPage.NORTH);
        assertThat(orm.update(PRODUCT).byId(1L).changes().single().block())
                .satisfies(change -> assertThat(change.after()).isEqualTo(change.before()));
        assertThat(database.statements()).doesNotContainSql("update \"");
        database.statements().clear();
        assertThat(claw().where(PRODUCT.id.in(List.of()))
                        .select(PRODUCT.name)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(claw().where(Condition.never()).changes().collectList().block())
                .isEmpty();
        assertThat(orm.delete(SHOP)
                        .where(Condition.never())
                        .as(StockShapes.ShopPage.class)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedWhenItIsBuilt() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> claw().include(PRODUCT.marks).as(ProductCard.class),
                () -> claw().include(PRODUCT.marks).select(PRODUCT.name).results(),
                () -> claw().include(PRODUCT.marks).changes(),
                () -> orm.delete(PRODUCT).byId(1L).include(PRODUCT.marks).as(ProductCard.class),
                () -> claw().as(StockShapes.ShopPage.class),
                () -> claw().select().as(row -> 1),
                () -> claw().select(PRODUCT.name, null).as((name, nothing) -> name),
                () -> claw().select(PRODUCT.name).as((Function<String, String>) null),
                () -> claw().as((Class<ProductCard>) null))) {
            assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class);
        }
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void rowsBeforeAndAfterComeInOneStatement() {
        Product old = orm.find(PRODUCT).byId(1L).one().block();
        database.statements().clear();
        Changed<Product> change = orm.update(PRODUCT)
                .byId(1L)
                .set(PRODUCT.stock.increment(1), PRODUCT.labels.append("c"), PRODUCT.grade.to((Grade) null))
                .set(PRODUCT.details.path("colour").to("blue"))
                .changes()
                .single()
                .block();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(change.before()).isEqualTo(old);
        assertThat(change.after()).isEqualTo(orm.find(PRODUCT).byId(1L).one().block());
        assertThat(change.after().stock()).isEqualTo(6);
        assertThat(change.after().labels()).containsExactly("a", "b", "c");
    }

    @Test
    void changesOfManyRowsKeepTheOrderAndTouchVersions() {
        List<Changed<Purchase>> changes = orm.update(PURCHASE)
                .everything()
                .orderBy(PURCHASE.id.desc())
                .set(PURCHASE.buyer.to("x"))
                .changes()
                .collectList()
                .block();
        assertThat(changes).extracting(change -> change.before().id()).containsExactly(3, 2, 1);
        assertThat(changes).extracting(change -> change.before().buyer()).containsExactly("cid", null, "ann");
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.after().id()).isEqualTo(change.before().id());
            assertThat(change.after().version()).isEqualTo(change.before().version() + 1);
            assertThat(change.after().updatedAt()).isAfter(change.before().updatedAt());
        });
    }

    @Test
    void aKeyThatChangesIsSeenOnBothSides() {
        assertThat(orm.update(LINE)
                        .byId(new LineId(1, 2))
                        .set(LINE.id.productId.to(3L))
                        .changes()
                        .single()
                        .block())
                .satisfies(change -> {
                    assertThat(change.before().id()).isEqualTo(new LineId(1, 2));
                    assertThat(change.after().id()).isEqualTo(new LineId(1, 3));
                });
    }

    @Test
    void theRowBeforeIsTheOneThatWasReallyReplaced() {
        Mono<?> first = orm.update(PRODUCT).byId(1L).set(PRODUCT.stock.to(70)).one();
        Mono<Changed<Product>> second = claw().changes().single();
        Changed<Product> change = Waiting.untilCommitted(orm, first, second);
        assertThat(change.before().stock()).isEqualTo(70);
        assertThat(change.after().stock()).isEqualTo(71);
    }

    @Test
    void aRowThatNoLongerMatchesIsNoChange() {
        Mono<?> first = orm.update(PRODUCT).byId(1L).set(PRODUCT.stock.to(70)).one();
        Mono<List<Changed<Product>>> second =
                claw().where(PRODUCT.stock.eq(5)).changes().collectList();
        assertThat(Waiting.untilCommitted(orm, first, second)).isEmpty();
    }

    @Test
    void concurrentChangesFormAChain() {
        List<Changed<Product>> changes = Flux.range(0, 64)
                .flatMap(i -> claw().changes(), 16)
                .collectList()
                .block();
        assertThat(changes).extracting(change -> change.before().stock()).doesNotHaveDuplicates();
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.after().stock())
                        .isEqualTo(change.before().stock() + 1));
    }
}
