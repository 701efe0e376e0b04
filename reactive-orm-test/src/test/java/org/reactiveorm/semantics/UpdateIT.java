package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shop_.SHOP;
import static org.reactiveorm.semantics.Supplier_.SUPPLIER;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class UpdateIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    private Product changed(long id, Assignment<Product> assignment) {
        return orm.update(PRODUCT).byId(id).set(assignment).oneOrFail().block();
    }

    @Test
    void numbersAreComputedFromTheRow() {
        assertThat(changed(1, PRODUCT.stock.increment(3)).stock()).isEqualTo(8);
        assertThat(changed(1, PRODUCT.stock.decrement(10)).stock()).isEqualTo(-2);
        assertThat(changed(1, PRODUCT.stock.multiply(-3)).stock()).isEqualTo(6);
        assertThat(changed(1, PRODUCT.stock.divide(4)).stock()).isEqualTo(1);
        assertThat(changed(1, PRODUCT.rank.increment((short) 2)).rank()).isEqualTo((short) 3);
        assertThat(changed(1, PRODUCT.weight.multiply(3.0)).weight()).isEqualTo(1.5);
        assertThat(changed(1, PRODUCT.price.divide(new BigDecimal("3"))).price())
                .isEqualTo(new BigDecimal("3.33"));
        assertThat(changed(1, PRODUCT.sold.to(PRODUCT.id)).sold()).isEqualTo(1);
        assertThat(database.statements()).hasCount(8).hasNoTransaction();
    }

    @Test
    void aNumberThatIsNullStaysNull() {
        assertThat(changed(2, PRODUCT.stock.increment(3)).stock()).isNull();
        assertThat(changed(2, PRODUCT.sold.multiply(0L)).sold()).isNull();
    }

    @Test
    void anArrayThatIsNullGrowsAsThePostgresOperatorDoes() {
        assertThat(changed(2, PRODUCT.labels.remove("x")).labels()).isNull();
        assertThat(changed(2, PRODUCT.labels.append("x")).labels()).containsExactly("x");
        assertThat(changed(5, PRODUCT.labels.to((List<String>) null)).labels()).isNull();
        assertThat(changed(5, PRODUCT.labels.prepend("y")).labels()).containsExactly("y");
    }

    @Test
    void overflowAndDivisionByZeroAreClearErrors() {
        for (Assignment<Product> assignment : List.of(
                PRODUCT.stock.increment(Integer.MAX_VALUE),
                PRODUCT.sold.multiply(Long.MAX_VALUE),
                PRODUCT.rank.increment(Short.MAX_VALUE),
                PRODUCT.price.increment(new BigDecimal("9999999999.99")),
                PRODUCT.stock.divide(0))) {
            StepVerifier.create(orm.update(PRODUCT).byId(1L).set(assignment).one())
                    .verifyErrorSatisfies(error -> {
                        assertThat(error).isInstanceOf(InvalidValueException.class);
                        assertThat(((InvalidValueException) error).context().entity())
                                .isEqualTo("Product");
                        assertThat(((InvalidValueException) error).context().sqlState())
                                .startsWith("22");
                    });
        }
        assertThat(orm.find(PRODUCT).byId(1L).one().block().stock()).isEqualTo(5);
    }

    @Test
    void concurrentIncrementsAllCount() {
        Flux.range(0, 200)
                .flatMap(
                        i -> orm.update(PRODUCT)
                                .byId(1L)
                                .set(PRODUCT.stock.increment(1))
                                .count(),
                        32)
                .blockLast();
        assertThat(orm.find(PRODUCT).byId(1L).one().block().stock()).isEqualTo(205);
    }

    @Test
    void arrays() {
        assertThat(changed(1, PRODUCT.labels.append("z")).labels()).containsExactly("a", "b", "z");
        assertThat(changed(1, PRODUCT.labels.prepend("z")).labels()).containsExactly("z", "a", "b", "z");
        assertThat(changed(1, PRODUCT.labels.remove("z")).labels()).containsExactly("a", "b");
        assertThat(changed(1, PRODUCT.labels.to(List.of())).labels()).isEmpty();
        assertThat(changed(1, PRODUCT.labels.append("{\"',\\")).labels()).containsExactly("{\"',\\");
        assertThat(changed(1, PRODUCT.labels.to((List<String>) null)).labels()).isNull();
        assertThat(changed(1, PRODUCT.sizes.append(9)).sizes()).containsExactly(1, 2, 9);
    }

    @Test
    void valuesOfEveryKind() {
        Product product = orm.update(PRODUCT)
                .byId(1L)
                .set(PRODUCT.status.to(Status.RETIRED), PRODUCT.grade.to(Grade.BEST))
                .set(PRODUCT.details.to(new Details("blue", 1, List.of())), PRODUCT.note.to((String) null))
                .set(PRODUCT.shopCode.to((String) null))
                .include(PRODUCT.shop)
                .one()
                .block();
        assertThat(product.status()).isEqualTo(Status.RETIRED);
        assertThat(product.grade()).isEqualTo(Grade.BEST);
        assertThat(product.details().colour()).isEqualTo("blue");
        assertThat(product.note()).isNull();
        assertThat(product.shop().optional()).isEmpty();
        assertThat(changed(1, PRODUCT.grade.to((Grade) null)).grade()).isNull();
        assertThat(orm.find(PRODUCT).byId(1L).one().block().details()).isEqualTo(product.details());
        assertThat(orm.update(SHOP)
                        .byId("N")
                        .set(SHOP.address.city.to("Kiel"))
                        .one()
                        .block()
                        .address())
                .isEqualTo(new Address("North 1", "Kiel"));
        Supplier supplier =
                orm.update(SUPPLIER).byId(1L).set(SUPPLIER.rating.to(5)).one().block();
        assertThat(supplier.rating).isEqualTo(5);
        assertThat(orm.update(LINE)
                        .byId(new LineId(1, 2))
                        .set(LINE.quantity.increment(1))
                        .one()
                        .block()
                        .quantity())
                .isEqualTo(6);
    }

    @Test
    void assignmentsSeeTheRowAsItWas() {
        Product product = orm.update(PRODUCT)
                .byId(5L)
                .set(PRODUCT.name.to(PRODUCT.note), PRODUCT.note.to(PRODUCT.name))
                .one()
                .block();
        assertThat(product.name()).isEqualTo("100 iron");
        assertThat(product.note()).isEqualTo("drill");
    }

    @Test
    void anEmptyChangeSendsNoUpdate() {
        assertThat(orm.update(PRODUCT).byId(1L).one().block().name()).isEqualTo("claw");
        assertThat(orm.update(PRODUCT)
                        .byId(1L)
                        .set()
                        .include(PRODUCT.lines)
                        .one()
                        .block()
                        .lines())
                .hasSize(2);
        assertThat(orm.update(PRODUCT).everything().count().block()).isEqualTo(5);
        assertThat(orm.update(PURCHASE).byId(1).one().block().version()).isZero();
        assertThat(database.statements()).doesNotContainSql("update \"");
        StepVerifier.create(orm.update(PRODUCT).byId(99L).oneOrFail()).verifyError(NotFoundException.class);
        StepVerifier.create(orm.update(PRODUCT).everything().one()).verifyError(NotUniqueException.class);
    }

    @Test
    void aConditionThatIsFalseSendsNothing() {
        assertThat(orm.update(PRODUCT)
                        .where(PRODUCT.id.in(List.of()))
                        .set(PRODUCT.stock.to(0))
                        .count()
                        .block())
                .isZero();
        assertThat(orm.update(PRODUCT)
                        .where(Condition.never())
                        .set(PRODUCT.stock.to(0))
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void oneOverSeveralRowsChangesNothing() {
        StepVerifier.create(orm.update(PRODUCT)
                        .where(PRODUCT.stock.eq(5))
                        .set(PRODUCT.stock.to(6))
                        .one())
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(NotUniqueException.class).hasMessageContaining("Product"));
        assertThat(database.statements()).hasRolledBack();
        assertThat(orm.find(PRODUCT).where(PRODUCT.stock.eq(6)).exists().block())
                .isFalse();
    }

    @Test
    void aMistakeInsideATransactionUndoesTheWholeOfIt() {
        StepVerifier.create(orm.transaction(orm.update(PRODUCT)
                        .byId(3L)
                        .set(PRODUCT.stock.to(77))
                        .one()
                        .then(orm.update(PRODUCT)
                                .where(PRODUCT.stock.eq(5))
                                .set(PRODUCT.stock.to(6))
                                .one())))
                .verifyError(NotUniqueException.class);
        assertThat(orm.find(PRODUCT).where(PRODUCT.stock.in(6, 77)).exists().block())
                .isFalse();
    }

    @Test
    void terminals() {
        var fives = orm.update(PRODUCT).where(PRODUCT.stock.eq(5)).set(PRODUCT.note.to("five"));
        assertThat(fives.count().block()).isEqualTo(2);
        assertThat(fives.all().map(Product::id).collectList().block()).containsExactlyInAnyOrder(1L, 4L);
        assertThat(fives.where(PRODUCT.id.eq(4L)).one().block().note()).isEqualTo("five");
        assertThat(fives.first().block().note()).isEqualTo("five");
        assertThat(fives.where(PRODUCT.id.eq(2L)).one().blockOptional()).isEmpty();
        StepVerifier.create(fives.where(PRODUCT.id.eq(2L)).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no Product that matches the condition."));
        StepVerifier.create(
                        orm.update(PRODUCT).byId(99L).set(PRODUCT.stock.to(1)).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no Product with id 99."));
    }

    @Test
    void firstStillChangesAllRowsOfTheCondition() {
        orm.update(PRODUCT)
                .everything()
                .set(PRODUCT.note.to("all"))
                .include(PRODUCT.marks)
                .first()
                .block();
        assertThat(orm.find(PRODUCT).where(PRODUCT.note.eq("all")).count().block())
                .isEqualTo(5);
    }

    @Test
    void momentAndVersionAreTouchedByEveryUpdate() {
        Purchase before = orm.find(PURCHASE).byId(1).one().block();
        Purchase after =
                orm.update(PURCHASE).byId(1).set(PURCHASE.buyer.to("x")).one().block();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(orm.update(PURCHASE)
                        .everything()
                        .set(PURCHASE.buyer.to("y"))
                        .count()
                        .block())
                .isEqualTo(3);
        assertThat(orm.find(PURCHASE)
                        .orderBy(PURCHASE.id.asc())
                        .all()
                        .map(Purchase::version)
                        .collectList()
                        .block())
                .containsExactly(2L, 1L, 1L);
        assertThat(orm.find(PURCHASE)
                        .where(PURCHASE.updatedAt.gt(PURCHASE.createdAt))
                        .count()
                        .block())
                .isEqualTo(3);
        assertThat(orm.update(PURCHASE)
                        .byId(2)
                        .set(PURCHASE.updatedAt.to(Instant.EPOCH))
                        .one()
                        .block()
                        .updatedAt())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void conditionsOnRelationsAndIncludesInTheAnswer() {
        List<Product> sale = orm.update(PRODUCT)
                .where(PRODUCT.marks.some(MARK.name.eq("sale")), PRODUCT.category.is(CATEGORY.name.eq("hammers")))
                .set(PRODUCT.price.to(BigDecimal.TEN))
                .include(PRODUCT.marks, PRODUCT.shop)
                .all()
                .collectList()
                .block();
        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(sale).extracting(Product::id).containsExactlyInAnyOrder(1L, 2L);
        assertThat(sale).allSatisfy(product -> assertThat(product.marks()).isNotEmpty());
    }

    @Test
    void settingAColumnTwiceIsRefused() {
        var once = orm.update(PRODUCT).byId(1L).set(PRODUCT.stock.to(1));
        assertThat(catchThrowable(() -> once.set(PRODUCT.stock.increment(1))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Product.stock is set twice in one update. Leave one of them out.");
        assertThat(database.statements()).isEmpty();
        assertThat(catchThrowable(() -> orm.update(PRODUCT).byId(null))).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void resubscribingChangesAnew() {
        var increment =
                orm.update(PRODUCT).byId(1L).set(PRODUCT.stock.increment(1)).one();
        assertThat(database.statements()).isEmpty();
        assertThat(increment.repeat(2).map(Product::stock).collectList().block())
                .containsExactly(6, 7, 8);
    }
}
