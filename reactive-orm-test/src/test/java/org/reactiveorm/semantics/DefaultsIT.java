package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Coupon_.COUPON;
import static org.reactiveorm.semantics.Errand_.ERRAND;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.New;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a column gets that an insert leaves out. */
class DefaultsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void open() {
        orm = database.orm();
        Counter.ASKED.set(0);
    }

    @AfterEach
    void repair() {
        Flaw.source = () -> "flawless";
    }

    @Test
    void whatIsLeftOutTakesItsDefaultOfEveryKind() {
        Errand errand = orm.insert(NewErrand.create()).one().block();
        assertThat(errand.number()).startsWith("T");
        assertThat(errand.state()).isEqualTo("open");
        assertThat(errand.price()).isEqualTo(new BigDecimal("0.50"));
        assertThat(errand.until()).isAfter(Instant.now().plus(Duration.ofHours(20)));
        assertThat(errand.status()).isEqualTo(Status.DRAFT);
        assertThat(errand.labels()).containsExactly("a", "b");
        assertThat(errand.token()).isNotNull();
        assertThat(errand.serial()).isEqualTo(1);
        assertThat(errand.flaw()).isEqualTo("flawless");
        assertThat(errand.partOfId()).isNull();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(orm.find(ERRAND).byId(errand.number()).one().block()).isEqualTo(errand);
    }

    private static NewErrand withoutAnything(String number) {
        return NewErrand.create()
                .number(number)
                .state(null)
                .price(null)
                .until(null)
                .status(null)
                .labels(null)
                .token(null)
                .serial(null)
                .flaw(null);
    }

    @Test
    void whatIsSetToNullIsNullWhateverItsDefault() {
        Errand errand = orm.insert(withoutAnything("N")).one().block();
        assertThat(errand)
                .usingRecursiveComparison()
                .ignoringFields("number", "partOf", "parts")
                .isEqualTo(new Errand(
                        "N", null, null, null, null, null, null, null, null, null, errand.partOf(), errand.parts()));
        assertThat(Counter.ASKED).hasValue(0);
    }

    @Test
    void aGivenValueWins() {
        UUID token = UUID.randomUUID();
        Errand errand = orm.insert(NewErrand.create()
                        .number("G")
                        .state("shut")
                        .price(BigDecimal.ONE)
                        .labels(List.of())
                        .token(token)
                        .serial(77)
                        .flaw("given"))
                .one()
                .block();
        assertThat(errand)
                .extracting(Errand::number, Errand::state, Errand::labels, Errand::token, Errand::serial, Errand::flaw)
                .containsExactly("G", "shut", List.of(), token, 77, "given");
        assertThat(Counter.ASKED).hasValue(0);
    }

    @Test
    void rowsOfABatchMayDifferInWhatTheyLeaveOut() {
        List<Errand> errands = orm.insertAll(List.<New<Errand>>of(
                        NewErrand.create(),
                        withoutAnything("N"),
                        NewErrand.create().serial(7).state("shut"),
                        NewErrand.create()))
                .all()
                .collectList()
                .block();
        assertThat(errands).extracting(Errand::state).containsExactly("open", null, "shut", "open");
        assertThat(errands).extracting(Errand::serial).containsExactly(1, null, 7, 2);
        assertThat(errands).extracting(Errand::flaw).containsExactly("flawless", null, "flawless", "flawless");
        assertThat(errands).extracting(Errand::number).doesNotHaveDuplicates();
        assertThat(database.statements()).hasCount(1);
    }

    @Test
    void aSupplierIsAskedOnceForEachRowAndItsKeysKeepTheOrder() {
        List<New<Errand>> drafts = IntStream.range(0, 500)
                .<New<Errand>>mapToObj(i -> NewErrand.create().state("s" + i))
                .toList();
        List<Errand> errands = orm.insertAll(drafts).all().collectList().block();
        assertThat(errands)
                .extracting(Errand::state)
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "s" + i).toList());
        assertThat(errands)
                .extracting(Errand::serial)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 500).boxed().toList());
        assertThat(Counter.ASKED).hasValue(500);
    }

    @Test
    void aSuppliedKeyIsHandedDown() {
        Errand whole = orm.insert(NewErrand.create()
                        .parts(
                                NewErrand.create().state("1"),
                                NewErrand.create()
                                        .state("2")
                                        .parts(NewErrand.create().state("3"))))
                .include(ERRAND.parts.include(ERRAND.parts))
                .one()
                .block();
        assertThat(whole.parts()).extracting(Errand::state).containsExactlyInAnyOrder("1", "2");
        assertThat(whole.parts()).allSatisfy(part -> assertThat(part.partOfId()).isEqualTo(whole.number()));
        assertThat(whole.parts().stream().flatMap(part -> part.parts().stream()))
                .extracting(Errand::state)
                .containsExactly("3");
    }

    @Test
    void eachSubscriptionAsksAnew() {
        Mono<Errand> insert = orm.insert(NewErrand.create()).one();
        assertThat(Counter.ASKED).hasValue(0);
        assertThat(insert.block().serial()).isEqualTo(1);
        assertThat(insert.block().serial()).isEqualTo(2);
    }

    @Test
    void anUpdateUsesNoDefault() {
        orm.insert(withoutAnything("N")).one().block();
        assertThat(orm.update(ERRAND)
                        .byId("N")
                        .set(ERRAND.state.to("x"))
                        .one()
                        .block()
                        .serial())
                .isNull();
        assertThat(Counter.ASKED).hasValue(0);
    }

    @Test
    void aSupplierMayMakeNullWhereThatIsAllowed() {
        Flaw.source = () -> null;
        assertThat(orm.insert(NewErrand.create()).one().block().flaw()).isNull();
        database.statements().clear();
        StepVerifier.create(orm.insert(NewCoupon.create()).one()).verifyErrorSatisfies(error -> {
            assertThat(error)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage(
                            "The default of Coupon.code is supplied as null, but the column must not be null. Let its supplier make a value, or mark the component @Nullable.");
            assertThat(((InvalidQueryException) error).context().entity()).isEqualTo("Coupon");
        });
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void aSupplierThatThrowsFailsTheInsertBeforeAnythingIsSent() {
        Flaw.source = () -> {
            throw new IllegalStateException("no more codes");
        };
        StepVerifier.create(orm.insert(NewCoupon.create()).one()).verifyErrorMessage("no more codes");
        StepVerifier.create(orm.insertAll(List.of(NewCoupon.create().code("x"), NewCoupon.create()))
                        .all())
                .verifyErrorMessage("no more codes");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void aColumnThatMustNotBeNullTakesNoNullInPlaceOfItsDefault() {
        assertThatThrownBy(() -> COUPON.draft().set(COUPON.code, null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Coupon.code must not be null");
    }

    @Test
    void theSchemaHasTheDefaultsOfTheDatabaseOnly() {
        assertThat(orm.schema().ddl())
                .contains("\"number\" text not null,", "\"serial\" int4,", "\"state\" text default 'open',");
        assertThat(orm.schema().validate().block().differences()).isEmpty();
    }

    @Test
    void aSupplierIsAskedOnceForARowOfAnUpsertWithOthers() {
        Mono<Errand> upsert = orm.upsert(ERRAND)
                .byId()
                .create(NewErrand.create()
                        .number("N")
                        .parts(NewErrand.create().number("P").serial(9)))
                .update(ERRAND.state.to("shut"))
                .one();

        assertThat(upsert.block().serial()).isEqualTo(1);
        assertThat(Counter.ASKED).hasValue(1);
        assertThat(upsert.block().state()).isEqualTo("shut");
    }
}
