package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Club_.CLUB;
import static org.reactiveorm.semantics.Guardian_.GUARDIAN;
import static org.reactiveorm.semantics.Stub_.STUB;
import static org.reactiveorm.semantics.Ticket_.TICKET;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UpsertSpec;
import org.reactiveorm.error.CheckViolationException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ExclusionViolationException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Draft;
import org.reactiveorm.test.OrmExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What the server does not take comes out typed, with entity, properties and constraint, and with the row that it was in. */
class WriteErrorsIT {

    private static final int MANY = 1_000;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres()
            .withSchemaOf(TICKET, STUB, GUARDIAN, CLUB)
            .script("""
                    alter table tickets add constraint tickets_rank_check check (rank >= 0);
                    alter table tickets add constraint tickets_slot_excl exclude using gist (slot with &&);
                    alter table tickets drop column grade;
                    drop type product_grade;
                    create type product_grade as enum ('POOR', 'GOOD');
                    alter table tickets add column grade product_grade;
                    create table audit (code text not null, rank int not null check (rank <> 77));
                    """)
            .perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private static NewTicket ticket(int number) {
        return NewTicket.code("c" + number).rank(number);
    }

    private static NewTicket coded(String code) {
        return NewTicket.code(code).rank(1);
    }

    /** Many tickets, one of which is changed. */
    private static List<NewTicket> with(int row, UnaryOperator<NewTicket> change) {
        List<NewTicket> tickets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            tickets.add(i == row ? change.apply(ticket(i)) : ticket(i));
        }
        return tickets;
    }

    private <X extends OrmException> X failure(Class<X> type, Publisher<?> change) {
        OrmException[] caught = new OrmException[1];
        StepVerifier.create(Flux.from(change)).verifyErrorSatisfies(error -> caught[0] = (OrmException) error);
        assertThat(caught[0]).isInstanceOf(type);
        return type.cast(caught[0]);
    }

    private <X extends OrmException> ErrorContext failedInsert(
            Class<X> type, int row, List<NewTicket> tickets, String message) {
        X error = failure(type, orm.insertAll(tickets).all());
        assertThat(error).hasMessageStartingWith("Row " + row + " of 1,000 (counted from 0): " + message);
        ErrorContext context = error.context();
        assertThat(context.row()).isEqualTo(row);
        assertThat(context.entity()).isEqualTo("Ticket");
        assertThat(context.sql()).contains("insert into");
        assertThat(orm.find(TICKET).count().block()).isLessThanOrEqualTo(1);
        return context;
    }

    // One kind of error after the other, in one row of many

    @Test
    void aKeyThatExists() {
        orm.insert(coded("taken")).one().block();
        ErrorContext context = failedInsert(
                UniqueViolationException.class,
                17,
                with(17, ticket -> coded("taken")),
                "A Ticket with the same code exists (constraint tickets_code_key). Use");
        assertThat(context.properties()).containsExactly("code");
        assertThat(context.sqlState()).isEqualTo("23505");
        assertThat(context.constraint()).isEqualTo("tickets_code_key");
        assertThat(database.statements()).hasNoTransaction();
    }

    @Test
    void aKeyThatIsTwiceInTheBatchNamesBothRowsAndIsTheLaterOne() {
        UniqueViolationException error = failure(
                UniqueViolationException.class,
                orm.insertAll(with(999, ticket -> coded("c4"))).all());
        assertThat(error)
                .hasMessageStartingWith("Rows 4 and 999 of 1,000 (counted from 0): A Ticket with the same code");
        assertThat(error.context().row()).isEqualTo(999);
    }

    @Test
    void aKeyOfSeveralColumnsAndOneOfAMoment() {
        orm.insert(coded("x").hall("a, b").seat("1")).one().block();
        orm.insert(coded("y").hall("a").seat("b, 1")).one().block();
        orm.insert(coded("z").hall("main").seat("12").printed(Instant.EPOCH))
                .one()
                .block();
        UniqueViolationException error = failure(
                UniqueViolationException.class,
                orm.insertAll(with(5, ticket -> ticket.hall("main").seat("12"))).all());
        assertThat(error.context().row()).isEqualTo(5);
        assertThat(error.context().properties()).containsExactly("hall", "seat");
        assertThat(failure(
                                UniqueViolationException.class,
                                orm.insertAll(with(6, ticket -> ticket.printed(Instant.EPOCH)))
                                        .all())
                        .context()
                        .row())
                .isEqualTo(6);
        // where one value ends and the other begins cannot be told
        assertThat(failure(
                                UniqueViolationException.class,
                                orm.insertAll(with(
                                                7, ticket -> ticket.hall("a, b").seat("1")))
                                        .all())
                        .context()
                        .row())
                .isNull();
    }

    @Test
    void aRowThatIsReferredToIsMissing() {
        ErrorContext context = failedInsert(
                ForeignKeyViolationException.class,
                3,
                with(3, ticket -> ticket.buyerCode("nobody")),
                "Ticket.buyer refers to a Guardian that does not exist (key buyerCode, constraint tickets_buyer_code_fkey)");
        assertThat(context.relation()).isEqualTo("Ticket.buyer");
        assertThat(context.properties()).containsExactly("buyerCode");
        assertThat(context.sqlState()).isEqualTo("23503");
    }

    @Test
    void theFirstOfSeveralRowsThatReferToNothing() {
        List<NewTicket> tickets = with(3, ticket -> ticket.buyerCode("nobody"));
        tickets.set(9, ticket(9).buyerCode("nobody"));
        failedInsert(ForeignKeyViolationException.class, 3, tickets, "Ticket.buyer");
    }

    @Test
    void aNullThatTheModelAllows() {
        orm.sql("alter table tickets alter seat set not null").execute().block();
        List<NewTicket> tickets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            tickets.add(ticket(i).seat(i == 8 ? null : "s"));
        }
        ErrorContext context =
                failedInsert(NotNullViolationException.class, 8, tickets, "Ticket.seat must not be null");
        assertThat(context.properties()).containsExactly("seat");
        tickets.set(8, ticket(8));
        failedInsert(NotNullViolationException.class, 8, tickets, "Ticket.seat must not be null");
    }

    @Test
    void aCheckThatDoesNotHold() {
        List<NewTicket> tickets = with(12, ticket -> NewTicket.code("c12").rank(-5));
        ErrorContext context = failedInsert(
                CheckViolationException.class, 12, tickets, "A Ticket breaks a check (constraint tickets_rank_check)");
        assertThat(context.constraint()).isEqualTo("tickets_rank_check");
        assertThat(context.sqlState()).isEqualTo("23514");
    }

    @Test
    void aCheckThatSeveralRowsCouldHaveBrokenNamesNone() {
        orm.sql("alter table tickets drop constraint tickets_code_key")
                .execute()
                .block();
        // the row is shown as (1, x, …, 2, …): its id is 1
        CheckViolationException error = failure(
                CheckViolationException.class,
                orm.insertAll(List.of(NewTicket.code("x").rank(-1), coded("x"))).all());
        assertThat(error.context().row()).isNull();
        assertThat(error).hasMessageStartingWith("A Ticket breaks a check");
    }

    @Test
    void aRowThatNoPartitionTakes() {
        orm.sql("""
                drop table clubs cascade;
                create table clubs (name text primary key) partition by list (name);
                create table clubs_a partition of clubs for values in ('a')""").execute().block();
        assertThat(failure(
                        CheckViolationException.class,
                        orm.insertAll(List.of(NewClub.name("a"), NewClub.name("b")))
                                .count()))
                .hasMessageContaining("A Club breaks a check: no partition of relation \"clubs\" found for row.");
    }

    @Test
    void rangesThatOverlap() {
        orm.insert(coded("first").slot("[1,5)")).one().block();
        ErrorContext context = failedInsert(
                ExclusionViolationException.class,
                40,
                with(40, ticket -> ticket.slot("[3,4)")),
                "A Ticket conflicts with another row (constraint tickets_slot_excl)");
        assertThat(context.properties()).containsExactly("slot");
        assertThat(context.sqlState()).isEqualTo("23P01");
    }

    @Test
    void aTextThatIsTooLong() {
        ErrorContext context = failedInsert(
                InvalidValueException.class,
                2,
                with(2, ticket -> ticket.seat("123456")),
                "Ticket.seat cannot have such a value: value too long for type character varying(5) (22001).");
        assertThat(context.properties()).containsExactly("seat");
    }

    @Test
    void aTextThatIsTooLongForAColumnThatHasNoLengthInTheModel() {
        orm.sql("alter table tickets alter \"group\" type varchar(7)").execute().block();
        List<NewTicket> tickets = with(2, ticket -> ticket.hall("12345678"));
        assertThat(failedInsert(InvalidValueException.class, 2, tickets, "Ticket.hall cannot have such a value")
                        .properties())
                .containsExactly("hall");
    }

    @Test
    void blanksAtTheEndAreNotTooLong() {
        assertThat(orm.insert(ticket(1).seat("12345  ")).one().block().seat()).isEqualTo("12345");
        assertThat(failure(
                                InvalidValueException.class,
                                orm.insertAll(List.of(
                                                ticket(2).seat("1234567"),
                                                ticket(3).seat("😀😀😀😀😀")))
                                        .all())
                        .context()
                        .row())
                .isZero();
    }

    @Test
    void aNumberThatHasTooManyDigits() {
        ErrorContext context = failedInsert(
                InvalidValueException.class,
                2,
                with(2, ticket -> ticket.price(new BigDecimal("9999.995"))),
                "Ticket.price cannot have such a value: numeric field overflow (22003).");
        assertThat(context.properties()).containsExactly("price");
    }

    @Test
    void aNumberThatIsOutOfTheRangeOfItsColumn() {
        orm.sql("alter table tickets alter rank type smallint").execute().block();
        ErrorContext context = failedInsert(
                InvalidValueException.class,
                7,
                with(7, ticket -> NewTicket.code("c7").rank(32_768)),
                "Ticket.rank cannot have such a value: smallint out of range (22003).");
        assertThat(context.properties()).containsExactly("rank");
    }

    @Test
    void aConstantThatTheEnumOfTheDatabaseHasNot() {
        ErrorContext context = failedInsert(
                InvalidValueException.class,
                6,
                with(6, ticket -> ticket.grade(Grade.BEST)),
                "Ticket.grade cannot have such a value: invalid input value for enum product_grade (22P02).");
        assertThat(context.properties()).containsExactly("grade");
    }

    @Test
    void aTextThatIsNoValueOfItsType() {
        ErrorContext context = failedInsert(
                InvalidValueException.class,
                6,
                with(6, ticket -> ticket.origin("secret: \"no\" address")),
                "Ticket.origin cannot have such a value: invalid input syntax for type inet (22P02).");
        assertThat(context.properties()).containsExactly("origin");
    }

    @Test
    void rowsThatAreOnlyCountedAreNamedToo() {
        orm.insert(coded("taken")).one().block();
        ErrorContext context = failure(
                        InvalidValueException.class,
                        orm.insertAll(with(8, ticket -> ticket.seat("123456"))).count())
                .context();
        assertThat(context.row()).isEqualTo(8);
        assertThat(context.properties()).containsExactly("seat");
        assertThat(failure(
                        UniqueViolationException.class,
                        orm.insertAll(with(9, ticket -> coded("taken"))).count()))
                .hasMessageStartingWith("Row 9 of 1,000 (counted from 0): A Ticket with the same code exists");
    }

    @Test
    void keysThatAreTheSameOnlyWhenTheyAreStored() {
        orm.sql("alter table tickets alter printed type timestamptz(0)")
                .execute()
                .block();
        List<NewTicket> tickets =
                List.of(ticket(1).printed(Instant.EPOCH), ticket(2).printed(Instant.EPOCH.plusMillis(1)));
        UpsertSpec<Ticket> upsert =
                orm.upsert(TICKET).on(TICKET.printed).createAll(tickets).update(TICKET.rank.increment(1));
        for (Publisher<?> each : List.<Publisher<?>>of(upsert.all(), upsert.count())) {
            DatabaseException error = failure(DatabaseException.class, each);
            assertThat(error)
                    .hasMessageStartingWith(
                            "Several of the 2 entities to upsert have the same Ticket.printed when it is stored");
            assertThat(error.context().properties()).containsExactly("printed");
        }
        assertThat(orm.find(TICKET).count().block()).isZero();
    }

    // Rows with different columns, rows of one, and rows of others

    @Test
    void rowsWithDifferentColumnsAreCountedAsTheyWereGiven() {
        List<NewTicket> tickets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            tickets.add(
                    i % 3 == 0
                            ? ticket(i).hall("h" + i)
                            : i % 3 == 1 ? ticket(i).seat("s") : ticket(i));
        }
        tickets.set(500, ticket(500).seat("too long"));
        failedInsert(InvalidValueException.class, 500, tickets, "Ticket.seat");
        tickets.set(500, coded("c7"));
        UniqueViolationException error =
                failure(UniqueViolationException.class, orm.insertAll(tickets).all());
        assertThat(error.context().row()).isEqualTo(500);
        assertThat(error).hasMessageStartingWith("Rows 7 and 500 of 1,000");
    }

    @Test
    void ofOneRowNothingIsSaidButWhatIsWrong() {
        orm.insert(ticket(1)).one().block();
        UniqueViolationException error =
                failure(UniqueViolationException.class, orm.insert(ticket(1)).one());
        assertThat(error).hasMessageStartingWith("A Ticket with the same code exists");
        assertThat(error.context().row()).isZero();
        assertThat(failure(
                        InvalidValueException.class,
                        orm.insert(ticket(2).seat("too long")).one()))
                .hasMessageStartingWith("Ticket.seat cannot have such a value");
    }

    @Test
    void nestedRowsAreInTheRowThatTheyAreNestedIn() {
        List<NewTicket> tickets = with(700, ticket -> ticket.stubs(NewStub.number("n1"), NewStub.number("twice")));
        tickets.set(70, ticket(70).stubs(NewStub.number("n2"), NewStub.number("n3"), NewStub.number("twice")));
        UniqueViolationException error =
                failure(UniqueViolationException.class, orm.insertAll(tickets).all());
        assertThat(error)
                .hasMessageStartingWith("Rows 70 and 700 of 1,000 (counted from 0): A Stub with the same number");
        assertThat(error.context().row()).isEqualTo(700);
        assertThat(error.context().entity()).isEqualTo("Stub");
        tickets.set(70, ticket(70).stubs(NewStub.number("n2").label("much too long")));
        InvalidValueException tooLong =
                failure(InvalidValueException.class, orm.insertAll(tickets).all());
        assertThat(tooLong).hasMessageStartingWith("Row 70 of 1,000 (counted from 0): Stub.label cannot");
        assertThat(tooLong.context().entity()).isEqualTo("Stub");
        assertThat(tooLong.context().properties()).containsExactly("label");
        assertThat(orm.find(TICKET).count().block()).isZero();
    }

    @Test
    void rowsThatAreCreatedBeforeAreInTheRowThatTheyAreCreatedFor() {
        List<NewTicket> tickets = with(9, ticket -> ticket.buyer(NewGuardian.code("g")));
        tickets.set(5, ticket(5).buyer(NewGuardian.code("g")));
        UniqueViolationException error =
                failure(UniqueViolationException.class, orm.insertAll(tickets).all());
        assertThat(error).hasMessageStartingWith("Rows 5 and 9 of 1,000 (counted from 0): A Guardian");
        tickets.set(5, ticket(5).clubs(NewClub.name("c")));
        tickets.set(6, ticket(6).clubs(NewClub.name("c")));
        tickets.set(9, ticket(9));
        error = failure(UniqueViolationException.class, orm.insertAll(tickets).all());
        assertThat(error).hasMessageStartingWith("Rows 5 and 6 of 1,000 (counted from 0): A Club");
        assertThat(error.context().properties()).containsExactly("name");
    }

    @Test
    void severalStatementsOfOneCallCountAlike() {
        List<Draft<Ticket>> tickets = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            tickets.add(TICKET.draft().set(TICKET.code.to("c" + i), TICKET.rank.to(i)));
            for (int column = 0; column < 6; column++) {
                if ((i >> column & 1) == 1) {
                    tickets.set(i, leftOut(tickets.get(i), column));
                }
            }
        }
        tickets.set(60, tickets.get(60).create(TICKET.stubs, NewStub.number("n")));
        tickets.set(61, tickets.get(61).create(TICKET.stubs, NewStub.number("n")));
        UniqueViolationException error =
                failure(UniqueViolationException.class, orm.insertAll(tickets).all());
        assertThat(error).hasMessageStartingWith("Rows 60 and 61 of 64 (counted from 0): A Stub");
        assertThat(database.statements()).hasRolledBack();
        tickets.set(33, tickets.get(33).set(TICKET.code.to("c2")));
        // the other row with this key was in an earlier statement
        assertThat(failure(
                        UniqueViolationException.class, orm.insertAll(tickets).all()))
                .hasMessageStartingWith("Row 33 of 64 (counted from 0): A Ticket with the same code");
    }

    private static Draft<Ticket> leftOut(Draft<Ticket> draft, int column) {
        return switch (column) {
            case 0 -> draft.set(TICKET.hall, null);
            case 1 -> draft.set(TICKET.seat, null);
            case 2 -> draft.set(TICKET.price, null);
            case 3 -> draft.set(TICKET.grade, null);
            case 4 -> draft.set(TICKET.origin, null);
            default -> draft.set(TICKET.slot, null);
        };
    }

    @Test
    void aRowThatCannotBeSentIsNamedBeforeAnythingIs() {
        List<Draft<Ticket>> drafts = List.of(
                TICKET.draft().set(TICKET.code.to("a"), TICKET.rank.to(1)),
                TICKET.draft().set(TICKET.code.to("b")),
                TICKET.draft().set(TICKET.rank.to(1)));
        InvalidQueryException missing =
                failure(InvalidQueryException.class, orm.insertAll(drafts).all());
        assertThat(missing).hasMessage("Row 1 of 3 (counted from 0): A new Ticket needs values for: rank.");
        assertThat(missing.context().row()).isEqualTo(1);
        InvalidValueException unstorable = failure(
                InvalidValueException.class,
                orm.insertAll(with(400, ticket -> ticket.stubs(NewStub.number("a\0b"))))
                        .all());
        assertThat(unstorable)
                .hasMessageStartingWith("Row 400 of 1,000 (counted from 0): Stub.number cannot have such a value");
        assertThat(unstorable.context().row()).isEqualTo(400);
        assertThat(unstorable.context().entity()).isEqualTo("Stub");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void whatATriggerWritesIsNotBlamedOnARow() {
        orm.sql("""
                        create function audited() returns trigger language plpgsql as
                        $$ begin insert into audit (rank) values (new.rank); return new; end $$""").execute().block();
        orm.sql("create trigger audited after insert on tickets for each row execute function audited()")
                .execute()
                .block();
        NotNullViolationException error = failure(
                NotNullViolationException.class,
                orm.insertAll(List.of(
                                NewTicket.code("a").rank(5), NewTicket.code("b").rank(6)))
                        .all());
        assertThat(error.context().row()).isNull();
    }

    // Updates and deletes

    @Test
    void anUpdateNamesThePropertyWhoseValueDoesNotFit() {
        orm.insertAll(List.of(ticket(1), ticket(2))).all().blockLast();
        InvalidValueException error = failure(
                InvalidValueException.class,
                orm.update(TICKET)
                        .where(TICKET.code.ne("a text that is longer than twenty"))
                        .set(TICKET.seat.to("too long"))
                        .all());
        assertThat(error).hasMessageStartingWith("Ticket.seat cannot have such a value: value too long");
        assertThat(error.context().properties()).containsExactly("seat");
        assertThat(error.context().row()).isNull();
        assertThat(failure(
                        InvalidValueException.class,
                        orm.update(TICKET)
                                .everything()
                                .set(TICKET.rank.increment(Integer.MAX_VALUE))
                                .count()))
                .hasMessageStartingWith("Ticket.rank cannot have such a value: integer out of range");
        assertThat(failure(
                        UniqueViolationException.class,
                        orm.update(TICKET)
                                .everything()
                                .set(TICKET.code.to("same"))
                                .count()))
                .hasMessageStartingWith("A Ticket with the same code exists");
    }

    @Test
    void aRowOfAnotherEntityThatStillRefers() {
        Ticket ticket = orm.insert(ticket(1).stubs(NewStub.number("n"))).one().block();
        ForeignKeyViolationException error = failure(
                ForeignKeyViolationException.class,
                orm.delete(TICKET).byId(ticket.id()).count());
        assertThat(error)
                .hasMessageStartingWith(
                        "A Ticket cannot be deleted or change its key: Stub.ticket still refers to it (constraint stubs_ticket_id_fkey)");
        assertThat(error.context().entity()).isEqualTo("Ticket");
        assertThat(error.context().relation()).isEqualTo("Stub.ticket");
        assertThat(error.context().properties()).containsExactly("id");
        assertThat(error.context().row()).isNull();
    }

    @Test
    void constraintsOfAnySchemaWrittenByHandAreFoundByTheirColumns() {
        orm.sql("alter table tickets rename constraint tickets_buyer_code_fkey to by_hand")
                .execute()
                .block();
        ForeignKeyViolationException error = failure(
                ForeignKeyViolationException.class,
                orm.insert(ticket(1).buyerCode("nobody")).one());
        assertThat(error)
                .hasMessageStartingWith(
                        "Ticket.buyer refers to a Guardian that does not exist (key buyerCode, constraint by_hand)");
    }

    @Test
    void constraintsThatAreCheckedAtCommit() {
        orm.sql("alter table stubs alter constraint stubs_ticket_id_fkey deferrable initially deferred")
                .execute()
                .block();
        ForeignKeyViolationException error = failure(
                ForeignKeyViolationException.class,
                orm.transaction(orm.insert(NewStub.number("n").ticketId(99L)).one()));
        assertThat(error).hasMessageStartingWith("Stub.ticket refers to a Ticket that does not exist");
        assertThat(error.context().entity()).isEqualTo("Stub");
        assertThat(error.context().relation()).isEqualTo("Stub.ticket");
        assertThat(error.context().constraint()).isEqualTo("stubs_ticket_id_fkey");
        assertThat(orm.find(STUB).count().block()).isZero();
        // outside of a transaction the statement itself is one
        assertThat(failure(
                                ForeignKeyViolationException.class,
                                orm.insertAll(List.of(NewStub.number("n").ticketId(99L)))
                                        .all())
                        .context()
                        .row())
                .isZero();
    }
}
