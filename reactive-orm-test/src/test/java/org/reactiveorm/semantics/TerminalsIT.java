package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.Results;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@Timeout(60)
class TerminalsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    @Test
    void oneIsNoneOrOneAndFailsOnASecond() {
        assertThat(orm.find(PRODUCT)
                        .where(PRODUCT.name.eq("claw"))
                        .one()
                        .block()
                        .id())
                .isEqualTo(1);
        assertThat(orm.find(PRODUCT).where(PRODUCT.name.eq("none")).one().blockOptional())
                .isEmpty();
        StepVerifier.create(orm.find(PRODUCT).one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotUniqueException.class)
                        .hasMessageContaining("More than one Product"));
        StepVerifier.create(orm.find(PRODUCT).include(PRODUCT.lines).one()).verifyError(NotUniqueException.class);
    }

    @Test
    void oneFailsOnASecondRowAlsoWhereTheTableLacksTheUniqueKey() {
        orm.sql("alter table marks drop constraint marks_name_key").execute().block();
        orm.insertAll(List.of(NewMark.name("same"), NewMark.name("same")))
                .count()
                .block();

        StepVerifier.create(orm.find(MARK).where(MARK.name.eq("same")).one()).verifyError(NotUniqueException.class);
        StepVerifier.create(orm.delete(MARK).where(MARK.name.eq("same")).one()).verifyError(NotUniqueException.class);
    }

    @Test
    void oneOrFailFailsOnNone() {
        StepVerifier.create(orm.find(SHOP).byId("x'").oneOrFail()).verifyErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(NotFoundException.class).hasMessage("There is no Shop with id x'.");
            assertThat(((NotFoundException) error).context().entity()).isEqualTo("Shop");
        });
        StepVerifier.create(orm.find(SHOP).where(SHOP.code.eq("x")).oneOrFail()).verifyError(NotFoundException.class);
        StepVerifier.create(orm.find(SHOP).oneOrFail()).verifyError(NotUniqueException.class);
        StepVerifier.create(orm.find(SHOP).where(SHOP.code.in()).oneOrFail()).verifyError(NotFoundException.class);
    }

    @Test
    void oneOrFailDoesNotBlameTheIdWhereAConditionFails() {
        Condition<Product> renamed = PRODUCT.name.eq("none");
        List.<Results<Product>>of(
                        orm.find(PRODUCT).byId(1L).where(renamed),
                        orm.find(PRODUCT).where(renamed).byId(1L),
                        orm.update(PRODUCT).byId(1L).where(renamed).set(PRODUCT.stock.to(1)),
                        orm.delete(PRODUCT).byId(1L).where(renamed))
                .forEach(none -> StepVerifier.create(none.oneOrFail())
                        .verifyErrorSatisfies(error -> assertThat(error)
                                .isInstanceOf(NotFoundException.class)
                                .hasMessage("There is no Product that matches the condition.")));
    }

    @Test
    void firstReadsOneRow() {
        assertThat(orm.find(PRODUCT).orderBy(PRODUCT.id.desc()).first().block().id())
                .isEqualTo(5);
        assertThat(database.statements().list().get(0).rows()).isEqualTo(1);
        assertThat(orm.find(PRODUCT).where(PRODUCT.id.eq(9L)).first().blockOptional())
                .isEmpty();
    }

    @Test
    void countAndExists() {
        FindSpec<Product, Long> hammers = orm.find(PRODUCT).where(PRODUCT.category.is(CATEGORY.name.eq("hammers")));
        assertThat(hammers.count().block()).isEqualTo(2);
        assertThat(hammers.exists().block()).isTrue();
        assertThat(hammers.where(PRODUCT.stock.gt(5)).exists().block()).isFalse();
        assertThat(orm.find(CATEGORY).where(CATEGORY.name.eq("x")).count().block())
                .isZero();
        assertThat(database.statements().list())
                .allSatisfy(statement -> assertThat(statement.rows()).isEqualTo(1));
    }

    @Test
    void nothingIsSentBeforeTheSubscription() {
        orm.find(PRODUCT).all();
        orm.find(PRODUCT).one();
        orm.find(PRODUCT).count();
        orm.insert(NewMark.name("m")).one();
        orm.insertAll(java.util.List.of(NewMark.name("m"))).all();
        orm.update(PRODUCT).everything().set(PRODUCT.stock.to(1)).all();
        orm.update(PRODUCT).everything().set(PRODUCT.stock.to(1)).count();
        orm.delete(PRODUCT).everything().count();
        orm.delete(PRODUCT).everything().one();
        orm.sql("delete from products").execute();
        orm.transaction(orm.delete(PRODUCT).everything().all());
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void eachSubscriptionAsksAnew() {
        Flux<String> names = orm.find(SHOP).orderBy(SHOP.code.asc()).all().map(Shop::code);
        Mono<Long> count = orm.find(SHOP).count();
        assertThat(names.collectList().block()).containsExactly("E", "N", "S");
        assertThat(count.block()).isEqualTo(3);
        orm.insert(NewShop.code("A").address(new Address("a", null))).one().block();
        assertThat(names.collectList().block()).containsExactly("A", "E", "N", "S");
        assertThat(count.block()).isEqualTo(4);
    }

    @Test
    void aSlowConsumerGetsWhatItAsksFor() {
        StepVerifier.create(orm.find(PRODUCT).orderBy(PRODUCT.id.asc()).all().map(Product::id), 0)
                .expectSubscription()
                .thenRequest(1)
                .expectNext(1L)
                .thenRequest(1)
                .expectNext(2L)
                .thenRequest(2)
                .expectNext(3L, 4L)
                .thenRequest(1)
                .expectNext(5L)
                .verifyComplete();
        StepVerifier.create(
                        orm.find(PRODUCT)
                                .orderBy(PRODUCT.id.asc())
                                .include(PRODUCT.lines)
                                .all()
                                .map(Product::id),
                        1)
                .expectNext(1L)
                .thenRequest(1)
                .expectNext(2L)
                .thenCancel()
                .verify();
        assertThat(orm.find(PRODUCT).count().block()).isEqualTo(5);
    }

    @Test
    void takingAFewAndCancellingFreesTheConnection() {
        for (int i = 0; i < 100; i++) {
            assertThat(orm.find(PRODUCT).all().take(1).count().block()).isEqualTo(1);
        }
        StepVerifier.create(orm.find(PRODUCT).all(), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify();
        assertThat(Flux.range(0, 50)
                        .flatMap(i -> orm.find(PRODUCT).count(), 50)
                        .collectList()
                        .block())
                .hasSize(50)
                .containsOnly(5L);
    }

    @Test
    void aTransactionSeesItsOwnChangesAndOthersDoNot() {
        Mono<Long> inside = orm.insert(NewMark.name("m"))
                .one()
                .then(orm.find(Mark_.MARK).count())
                .flatMap(count -> Mono.<Long>error(new IllegalStateException("seen " + count)));
        StepVerifier.create(orm.transaction(inside)).verifyErrorMessage("seen 4");
        assertThat(orm.find(Mark_.MARK).count().block()).isEqualTo(3);
    }
}
