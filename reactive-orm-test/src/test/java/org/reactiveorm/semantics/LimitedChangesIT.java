package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UpdateSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.query.Order;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** Updates and deletes of some of the rows that match. */
class LimitedChangesIT {

    private static final int CALLERS = 8;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
        database.statements().clear();
    }

    private UpdateSpec<Product> retired() {
        return orm.update(PRODUCT).where(PRODUCT.status.ne(Status.RETIRED)).set(PRODUCT.status.to(Status.RETIRED));
    }

    private List<Long> retiredIds() {
        return orm.find(PRODUCT)
                .where(PRODUCT.status.eq(Status.RETIRED))
                .orderBy(PRODUCT.id.asc())
                .select(PRODUCT.id)
                .all()
                .collectList()
                .block();
    }

    @Test
    void theFirstRowsOfTheOrderAreChangedAndAnsweredInIt() {
        assertThat(retired()
                        .orderBy(PRODUCT.stock.desc().nullsLast(), PRODUCT.id.desc())
                        .take(3)
                        .all()
                        .map(Product::id)
                        .collectList()
                        .block())
                .containsExactly(5L, 4L, 1L);
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(retiredIds()).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void anOrderWithoutALimitIsTheOneOfTheAnswer() {
        assertThat(retired()
                        .orderBy(PRODUCT.name.desc())
                        .all()
                        .map(Product::name)
                        .collectList()
                        .block())
                .containsExactly("sledge", "drill", "claw", "chain\\saw");
        assertThat(database.statements()).hasCount(1).containsSql("for no key update");
    }

    @Test
    void everyTerminalIsLimited() {
        UpdateSpec<Product> two = retired().take(2);
        assertThat(two.count().block()).isEqualTo(2);
        assertThat(two.first().block()).isNotNull();
        assertThat(two.count().block()).isZero();
        assertThat(orm.delete(DELIVERY).everything().take(2).count().block()).isEqualTo(2);
        assertThat(orm.delete(DELIVERY).everything().take(1).one().block()).isNotNull();
        assertThat(database.statements()).hasCount(5).hasNoTransaction();
        assertThat(orm.find(DELIVERY).count().block()).isEqualTo(2);
        StepVerifier.create(orm.delete(DELIVERY).everything().take(2).one()).verifyError(NotUniqueException.class);
        assertThat(orm.find(DELIVERY).count().block()).isEqualTo(2);
    }

    @Test
    void takingNothingSendsNothing() {
        assertThat(retired().take(0).all().collectList().block()).isEmpty();
        assertThat(retired().take(0).count().block()).isZero();
        assertThat(retired().take(0).one().blockOptional()).isEmpty();
        assertThat(retired().take(0).changes().collectList().block()).isEmpty();
        assertThat(orm.delete(PRODUCT).everything().take(0).all().collectList().block())
                .isEmpty();
        assertThat(orm.delete(PRODUCT).everything().take(0).count().block()).isZero();
        assertThat(orm.delete(PURCHASE)
                        .everything()
                        .take(0)
                        .include(PURCHASE.lines)
                        .first()
                        .blockOptional())
                .isEmpty();
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void mistakesAreRefusedWhenTheyAreBuilt() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> retired().take(-1),
                () -> orm.delete(PRODUCT).everything().take(-1),
                () -> retired().orderBy((Order<Product>) null),
                () -> orm.delete(PRODUCT).everything().orderBy((Order<Product>[]) null))) {
            assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class);
        }
    }

    @Test
    void anEmptyChangeAnswersTheChosenRowsAsTheyAre() {
        assertThat(orm.update(PRODUCT)
                        .everything()
                        .orderBy(PRODUCT.id.desc())
                        .take(2)
                        .all()
                        .map(Product::id)
                        .collectList()
                        .block())
                .containsExactly(5L, 4L);
        assertThat(database.statements()).hasCount(1).doesNotContainSql("update");
    }

    @Test
    void momentAndVersionAreTouched() {
        List<Purchase> touched = orm.update(PURCHASE)
                .everything()
                .orderBy(PURCHASE.id.desc())
                .take(2)
                .set(PURCHASE.buyer.to("x"))
                .all()
                .collectList()
                .block();
        assertThat(touched).extracting(Purchase::id).containsExactly(3, 2);
        assertThat(touched).extracting(Purchase::version).containsExactly(1L, 1L);
        assertThat(touched)
                .allSatisfy(purchase -> assertThat(purchase.updatedAt()).isAfter(purchase.createdAt()));
    }

    @Test
    void keysOfSeveralColumnsAndConditionsOnRelations() {
        assertThat(orm.update(LINE)
                        .where(LINE.product.is(PRODUCT.name.eq("claw")))
                        .orderBy(LINE.purchase.get(PURCHASE.buyer).asc().nullsFirst())
                        .take(1)
                        .set(LINE.quantity.to(LINE.deliveries.aggregate(DELIVERY.amount.max())))
                        .all()
                        .map(line -> line.id() + " " + line.quantity())
                        .collectList()
                        .block())
                .containsExactly(new LineId(2, 1) + " 9");
        assertThat(orm.delete(PLACE)
                        .where(PLACE.boxes.none())
                        .orderBy(PLACE.id.hall.asc())
                        .take(1)
                        .one()
                        .block()
                        .id())
                .isEqualTo(new PlaceId("A", 1, (short) 2));
        assertThat(orm.delete(CATEGORY)
                        .where(CATEGORY.parentId.isNull())
                        .orderBy(CATEGORY.id.desc())
                        .take(1)
                        .select(CATEGORY.name)
                        .one()
                        .block())
                .isEqualTo("nothing");
    }

    @Test
    void limitedDeletesReadRelationsBefore() {
        List<Purchase> removed = orm.delete(PURCHASE)
                .where(PURCHASE.id.ne(1))
                .orderBy(PURCHASE.id.desc())
                .take(1)
                .include(PURCHASE.lines)
                .all()
                .collectList()
                .block();
        assertThat(removed).extracting(Purchase::id).containsExactly(3);
        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(orm.find(PURCHASE).count().block()).isEqualTo(2);
    }

    private void insertMany() {
        orm.insertAll(IntStream.range(0, 60)
                        .mapToObj(i ->
                                NewProduct.name("p" + i).categoryId(Stock.TOOLS).id(100 + i))
                        .toList())
                .all()
                .blockLast();
    }

    /** What callers get who ask at the same time. */
    private static List<Long> atOnce(Mono<List<Long>> call) {
        return Flux.range(0, CALLERS)
                .flatMap(i -> call, CALLERS)
                .flatMapIterable(ids -> ids)
                .collectList()
                .block();
    }

    @Test
    void callersAtTheSameTimeGetAsManyRowsAsTheyAskForAndNoneTwice() {
        insertMany();
        for (int round = 0; round < 2; round++) {
            List<Long> changed = atOnce(retired()
                    .orderBy(PRODUCT.id.asc())
                    .take(4)
                    .all()
                    .map(Product::id)
                    .collectList());
            assertThat(changed).hasSize(4 * CALLERS).doesNotHaveDuplicates();
        }
        // 64 rows matched, the hand saw being retired before: the first 64 of them are taken
        assertThat(retired().count().block()).isZero();
    }

    @Test
    void callersWhoSkipLockedRowsGetNoneTwice() {
        insertMany();
        List<Long> removed = atOnce(orm.delete(PRODUCT)
                .where(PRODUCT.name.startsWith("p"))
                .orderBy(PRODUCT.id.asc())
                .take(5)
                .skipLocked()
                .select(PRODUCT.id)
                .all()
                .collectList());
        assertThat(removed).hasSize(5 * CALLERS).doesNotHaveDuplicates();
        assertThat(orm.find(PRODUCT).where(PRODUCT.name.startsWith("p")).count().block())
                .isEqualTo(60 - 5 * CALLERS);
    }

    @Test
    void lockedRowsAreSkipped() {
        Mono<List<Long>> others = retired()
                .orderBy(PRODUCT.id.asc())
                .take(2)
                .skipLocked()
                .all()
                .map(Product::id)
                .collectList()
                .contextWrite(context -> Context.empty());
        assertThat(orm.transaction(orm.find(PRODUCT).byId(1L).forUpdate().one().then(others))
                        .block())
                .containsExactly(2L, 4L);
        assertThat(retiredIds()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void skippingWorksWithoutALimitToo() {
        Mono<Long> others =
                orm.delete(DELIVERY).everything().skipLocked().count().contextWrite(context -> Context.empty());
        assertThat(orm.transaction(orm.find(DELIVERY).byId(1L).forUpdate().one().then(others))
                        .block())
                .isEqualTo(4);
        assertThat(orm.find(DELIVERY).all().map(Delivery::id).collectList().block())
                .containsExactly(1L);
    }

    @Test
    void aRowThatNoLongerMatchesWhenItsLockIsFreeGivesItsPlaceToAnother() {
        Mono<?> change = orm.update(PRODUCT)
                .byId(1L)
                .set(PRODUCT.status.to(Status.RETIRED))
                .one();
        Mono<List<Long>> other = retired()
                .orderBy(PRODUCT.id.asc())
                .take(1)
                .all()
                .map(Product::id)
                .collectList();
        assertThat(Waiting.untilCommitted(orm, change, other)).containsExactly(2L);
        assertThat(retiredIds()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRowThatStillMatchesWhenItsLockIsFreeIsChangedAsItIsThen() {
        Mono<?> change = orm.update(PRODUCT).byId(1L).set(PRODUCT.stock.to(70)).one();
        Mono<Product> other = orm.update(PRODUCT)
                .where(PRODUCT.stock.gte(5))
                .orderBy(PRODUCT.id.asc())
                .take(1)
                .set(PRODUCT.stock.increment(1))
                .oneOrFail();
        Product product = Waiting.untilCommitted(orm, change, other);
        assertThat(product.id()).isEqualTo(1);
        assertThat(product.stock()).isEqualTo(71);
    }

    @Test
    void aRowThatIsOnlyReferredToIsNotWaitedFor() {
        Mono<Long> others = orm.update(PRODUCT)
                .where(PRODUCT.id.eq(1L))
                .take(1)
                .skipLocked()
                .set(PRODUCT.stock.to(1))
                .count()
                .contextWrite(context -> Context.empty());
        assertThat(orm.transaction(orm.insert(NewLine.quantity(1).purchaseId(3).productId(1))
                                .one()
                                .then(others))
                        .block())
                .isEqualTo(1);
    }
}
