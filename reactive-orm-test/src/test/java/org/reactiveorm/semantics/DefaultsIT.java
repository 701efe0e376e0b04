package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Coupon_.COUPON;
import static org.reactiveorm.semantics.Ticket_.TICKET;

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
        Ticket ticket = orm.insert(NewTicket.create()).one().block();
        assertThat(ticket.number()).startsWith("T");
        assertThat(ticket.state()).isEqualTo("open");
        assertThat(ticket.price()).isEqualTo(new BigDecimal("0.50"));
        assertThat(ticket.until()).isAfter(Instant.now().plus(Duration.ofHours(20)));
        assertThat(ticket.status()).isEqualTo(Status.DRAFT);
        assertThat(ticket.labels()).containsExactly("a", "b");
        assertThat(ticket.token()).isNotNull();
        assertThat(ticket.serial()).isEqualTo(1);
        assertThat(ticket.flaw()).isEqualTo("flawless");
        assertThat(ticket.partOfId()).isNull();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(orm.find(TICKET).byId(ticket.number()).one().block()).isEqualTo(ticket);
    }

    private static NewTicket withoutAnything(String number) {
        return NewTicket.create()
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
        Ticket ticket = orm.insert(withoutAnything("N")).one().block();
        assertThat(ticket)
                .usingRecursiveComparison()
                .ignoringFields("number", "partOf", "parts")
                .isEqualTo(new Ticket(
                        "N", null, null, null, null, null, null, null, null, null, ticket.partOf(), ticket.parts()));
        assertThat(Counter.ASKED).hasValue(0);
    }

    @Test
    void aGivenValueWins() {
        UUID token = UUID.randomUUID();
        Ticket ticket = orm.insert(NewTicket.create()
                        .number("G")
                        .state("shut")
                        .price(BigDecimal.ONE)
                        .labels(List.of())
                        .token(token)
                        .serial(77)
                        .flaw("given"))
                .one()
                .block();
        assertThat(ticket)
                .extracting(Ticket::number, Ticket::state, Ticket::labels, Ticket::token, Ticket::serial, Ticket::flaw)
                .containsExactly("G", "shut", List.of(), token, 77, "given");
        assertThat(Counter.ASKED).hasValue(0);
    }

    @Test
    void rowsOfABatchMayDifferInWhatTheyLeaveOut() {
        List<Ticket> tickets = orm.insertAll(List.<New<Ticket>>of(
                        NewTicket.create(),
                        withoutAnything("N"),
                        NewTicket.create().serial(7).state("shut"),
                        NewTicket.create()))
                .all()
                .collectList()
                .block();
        assertThat(tickets).extracting(Ticket::state).containsExactly("open", null, "shut", "open");
        assertThat(tickets).extracting(Ticket::serial).containsExactly(1, null, 7, 2);
        assertThat(tickets).extracting(Ticket::flaw).containsExactly("flawless", null, "flawless", "flawless");
        assertThat(tickets).extracting(Ticket::number).doesNotHaveDuplicates();
        assertThat(database.statements()).hasCount(1);
    }

    @Test
    void aSupplierIsAskedOnceForEachRowAndItsKeysKeepTheOrder() {
        List<New<Ticket>> drafts = IntStream.range(0, 500)
                .<New<Ticket>>mapToObj(i -> NewTicket.create().state("s" + i))
                .toList();
        List<Ticket> tickets = orm.insertAll(drafts).all().collectList().block();
        assertThat(tickets)
                .extracting(Ticket::state)
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "s" + i).toList());
        assertThat(tickets)
                .extracting(Ticket::serial)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 500).boxed().toList());
        assertThat(Counter.ASKED).hasValue(500);
    }

    @Test
    void aSuppliedKeyIsHandedDown() {
        Ticket whole = orm.insert(NewTicket.create()
                        .parts(
                                NewTicket.create().state("1"),
                                NewTicket.create()
                                        .state("2")
                                        .parts(NewTicket.create().state("3"))))
                .include(TICKET.parts.include(TICKET.parts))
                .one()
                .block();
        assertThat(whole.parts()).extracting(Ticket::state).containsExactlyInAnyOrder("1", "2");
        assertThat(whole.parts()).allSatisfy(part -> assertThat(part.partOfId()).isEqualTo(whole.number()));
        assertThat(whole.parts().stream().flatMap(part -> part.parts().stream()))
                .extracting(Ticket::state)
                .containsExactly("3");
    }

    @Test
    void eachSubscriptionAsksAnew() {
        Mono<Ticket> insert = orm.insert(NewTicket.create()).one();
        assertThat(Counter.ASKED).hasValue(0);
        assertThat(insert.block().serial()).isEqualTo(1);
        assertThat(insert.block().serial()).isEqualTo(2);
    }

    @Test
    void anUpdateUsesNoDefault() {
        orm.insert(withoutAnything("N")).one().block();
        assertThat(orm.update(TICKET)
                        .byId("N")
                        .set(TICKET.state.to("x"))
                        .one()
                        .block()
                        .serial())
                .isNull();
        assertThat(Counter.ASKED).hasValue(0);
    }

    @Test
    void aSupplierMayMakeNullWhereThatIsAllowed() {
        Flaw.source = () -> null;
        assertThat(orm.insert(NewTicket.create()).one().block().flaw()).isNull();
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
}
