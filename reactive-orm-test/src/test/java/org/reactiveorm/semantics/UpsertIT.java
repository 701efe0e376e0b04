package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Member_.MEMBER;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UpsertChoiceSpec;
import org.reactiveorm.UpsertSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.New;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.Upserted;
import org.reactiveorm.write.Upserted.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class UpsertIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;
    private Member ann;

    @BeforeEach
    void fill() {
        orm = database.orm();
        ann = orm.insert(NewMember.handle("ann")
                        .club("A")
                        .number(1)
                        .email("a@x")
                        .nick("a")
                        .age(30))
                .one()
                .block();
    }

    private UpsertSpec<Member> visit(String handle) {
        return orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .create(NewMember.handle(handle).visits(1))
                .update(MEMBER.visits.increment(1));
    }

    private Member stored(String handle) {
        return orm.find(MEMBER).where(MEMBER.handle.eq(handle)).oneOrFail().block();
    }

    // One row

    @Test
    void insertsWhatIsNotThereAndChangesWhatIs() {
        Member bob = visit("bob").one().block();
        Member again = visit("bob").one().block();
        assertThat(bob.visits()).isEqualTo(1);
        assertThat(again.visits()).isEqualTo(2);
        assertThat(again.id()).isEqualTo(bob.id());
        assertThat(database.statements()).hasCount(2).hasNoTransaction();
        assertThat(stored("bob")).isEqualTo(again);
    }

    @Test
    void anUpdateCountsTheVersionAndTheTimeButAnInsertBeginsThem() {
        Member bob = visit("bob").one().block();
        Member again = visit("bob").one().block();
        assertThat(bob.version()).isZero();
        assertThat(again.version()).isEqualTo(1);
        assertThat(again.updatedAt()).isAfter(bob.updatedAt());
    }

    @Test
    void valuesThatWouldHaveBeenInsertedCanBeSetAddedAndCompared() {
        Member changed = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .create(NewMember.handle("ann").email("new@x").visits(5).age(31))
                .update(MEMBER.email.toExcluded(), MEMBER.visits.to(MEMBER.visits.plus(MEMBER.visits.excluded())))
                .where(MEMBER.age.eq(30), MEMBER.age.excluded().eq(31))
                .oneOrFail()
                .block();
        assertThat(changed.email()).isEqualTo("new@x");
        assertThat(changed.visits()).isEqualTo(5);
        assertThat(changed.age()).isEqualTo(30);
    }

    @Test
    void aColumnThatIsLeftOutIsExcludedWithItsDefault() {
        visit("bob").one().block();
        assertThat(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .create(NewMember.handle("bob"))
                        .update(MEMBER.visits.toExcluded())
                        .one()
                        .map(Member::visits)
                        .block())
                .isZero();
    }

    @Test
    void aConditionThatDoesNotHoldLeavesTheRowAndAnswersNothing() {
        UpsertSpec<Member> upsert = visit("ann").where(MEMBER.age.lt(30));
        StepVerifier.create(upsert.one()).verifyComplete();
        StepVerifier.create(upsert.flagged().all()).verifyComplete();
        StepVerifier.create(upsert.count()).expectNext(0L).verifyComplete();
        StepVerifier.create(upsert.oneOrFail()).verifyError(NotFoundException.class);
        assertThat(stored("ann")).isEqualTo(ann);
    }

    @Test
    void anEmptyUpdateAnswersTheRowUnwritten() {
        String writtenBy = writerOf("ann");
        database.statements().clear();
        UpsertSpec<Member> upsert = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .create(NewMember.handle("ann").visits(9))
                .update();
        assertThat(upsert.flagged().one().block()).isEqualTo(new Upserted<>(ann, Outcome.UNCHANGED));
        assertThat(upsert.one().block()).isEqualTo(ann);
        assertThat(upsert.count().block()).isEqualTo(1);
        assertThat(database.statements()).hasCount(3).hasNoTransaction();
        assertThat(writerOf("ann")).isEqualTo(writtenBy);
    }

    /** The transaction that wrote the row, and the one that locked it. */
    private String writerOf(String handle) {
        return orm.sql("select xmin || ' ' || xmax from members where handle = :handle")
                .bind("handle", handle)
                .as(String.class)
                .oneOrFail()
                .block();
    }

    @Test
    void anEmptyUpdateInsertsWhatIsNotThere() {
        Upserted<Member> bob = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .create(NewMember.handle("bob").visits(9))
                .update()
                .flagged()
                .one()
                .block();
        assertThat(bob.outcome()).isEqualTo(Outcome.INSERTED);
        assertThat(bob.entity()).isEqualTo(stored("bob"));
    }

    @Test
    void doNothingAnswersOnlyWhatIsNew() {
        UpsertSpec<Member> there = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .create(NewMember.handle("ann").visits(9))
                .doNothing();
        StepVerifier.create(there.one()).verifyComplete();
        StepVerifier.create(there.count()).expectNext(0L).verifyComplete();
        assertThat(stored("ann")).isEqualTo(ann);
        assertThat(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .create(NewMember.handle("bob"))
                        .doNothing()
                        .flagged()
                        .one()
                        .block()
                        .outcome())
                .isEqualTo(Outcome.INSERTED);
    }

    @Test
    void theOutcomeIsToldAndRelationsAreLoaded() {
        orm.insert(NewMember.handle("kid").sponsorId(ann.id())).one().block();
        UpsertSpec<Member> upsert = visit("ann").include(MEMBER.sponsored);
        Upserted<Member> changed = upsert.flagged().one().block();
        assertThat(changed.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(changed.entity().sponsored()).extracting(Member::handle).containsExactly("kid");
        assertThat(upsert.one().block().sponsored()).hasSize(1);
        assertThat(visit("bob").flagged().one().block().outcome()).isEqualTo(Outcome.INSERTED);
    }

    // Keys

    @Test
    void aConflictWithAnotherKeyIsAnError() {
        StepVerifier.create(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .create(NewMember.handle("bob").club("A").number(1))
                        .update(MEMBER.visits.increment(1))
                        .one())
                .verifyErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(UniqueViolationException.class);
                    assertThat(((UniqueViolationException) error).context().properties())
                            .containsExactly("club", "number");
                });
        assertThat(orm.find(MEMBER).count().block()).isEqualTo(1);
    }

    @Test
    void aKeyOfSeveralColumnsIsNamedInAnyOrder() {
        Member changed = orm.upsert(MEMBER)
                .on(MEMBER.number, MEMBER.club)
                .create(NewMember.handle("other").club("A").number(1))
                .update(MEMBER.handle.toExcluded())
                .one()
                .block();
        assertThat(changed.id()).isEqualTo(ann.id());
        assertThat(changed.handle()).isEqualTo("other");
    }

    @Test
    void aNullInTheKeyConflictsWithNothing() {
        for (int i = 0; i < 2; i++) {
            UpsertChoiceSpec<Member> upsert = orm.upsert(MEMBER)
                    .on(MEMBER.club, MEMBER.number)
                    .create(NewMember.handle("b" + i).club("A").number(null));
            UpsertChoiceSpec<Member> other = orm.upsert(MEMBER)
                    .on(MEMBER.club, MEMBER.number)
                    .create(NewMember.handle("c" + i).club("A").number(null));
            assertThat(upsert.update(MEMBER.visits.increment(1)).flagged().one().block())
                    .extracting(Upserted::outcome)
                    .isEqualTo(Outcome.INSERTED);
            assertThat(other.update().flagged().one().block())
                    .extracting(Upserted::outcome)
                    .isEqualTo(Outcome.INSERTED);
        }
        assertThat(orm.find(MEMBER).count().block()).isEqualTo(5);
    }

    @Test
    void aPartialIndexKeepsTheRowsApartThatItIsAbout() {
        LocalDate day = LocalDate.of(2020, 1, 1);
        orm.insert(NewMember.handle("gone").nick("g").leftOn(day)).one().block();
        Upserted<Member> here = nick("g", "g1");
        assertThat(here.outcome()).isEqualTo(Outcome.INSERTED);
        Upserted<Member> again = nick("g", "g2");
        assertThat(again.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(again.entity().id()).isEqualTo(here.entity().id());
        Upserted<Member> kept = orm.upsert(MEMBER)
                .on(MEMBER.nick)
                .create(NewMember.handle("g3").nick("g"))
                .update()
                .flagged()
                .one()
                .block();
        assertThat(kept).isEqualTo(new Upserted<>(again.entity(), Outcome.UNCHANGED));
        // a row that the index is not about conflicts with none
        assertThat(orm.upsert(MEMBER)
                        .on(MEMBER.nick)
                        .create(NewMember.handle("g4").nick("g").leftOn(day))
                        .update()
                        .flagged()
                        .one()
                        .block()
                        .outcome())
                .isEqualTo(Outcome.INSERTED);
    }

    private Upserted<Member> nick(String nick, String handle) {
        return orm.upsert(MEMBER)
                .on(MEMBER.nick)
                .create(NewMember.handle(handle).nick(nick))
                .update(MEMBER.visits.increment(1))
                .flagged()
                .one()
                .block();
    }

    @Test
    void oneOfSeveralPartialIndexesIsNamed() {
        assertThat(orm.upsert(MEMBER)
                        .onKey("members_email_of_those_here")
                        .create(NewMember.handle("b").email("a@x"))
                        .update(MEMBER.visits.increment(1))
                        .one()
                        .block()
                        .id())
                .isEqualTo(ann.id());
        StepVerifier.create(orm.upsert(MEMBER)
                        .onKey("members_email_of_the_old")
                        .create(NewMember.handle("b").email("a@x"))
                        .update(MEMBER.visits.increment(1))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(
                                ((UniqueViolationException) error).context().constraint())
                        .isEqualTo("members_email_of_those_here"));
    }

    @Test
    void thePrimaryKeyMayBeGiven() {
        for (String city : List.of("Ulm", "Bonn")) {
            orm.upsert(SHOP)
                    .byId()
                    .create(NewShop.code("x").address(new Address("s", city)))
                    .update(SHOP.address.city.toExcluded())
                    .one()
                    .block();
        }
        assertThat(orm.find(SHOP).byId("x").one().block().address().city()).isEqualTo("Bonn");
        PlaceId id = new PlaceId("h", 1, (short) 1);
        for (String title : List.of("a", "b")) {
            orm.upsert(PLACE)
                    .byId()
                    .create(NewPlace.id(id).title(title))
                    .update(PLACE.title.toExcluded())
                    .one()
                    .block();
        }
        assertThat(orm.find(PLACE).byId(id).one().block().title()).isEqualTo("b");
    }

    // Many rows

    @Test
    void manyRowsAreOneStatementInTheOrderOfTheInput() {
        List<NewMember> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> NewMember.handle("m" + (999 - i)).visits(i))
                .toList();
        orm.insertAll(rows.subList(300, 600)).count().block();
        database.statements().clear();
        List<Upserted<Member>> all = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .createAll(rows)
                .update(MEMBER.visits.increment(1_000))
                .flagged()
                .all()
                .collectList()
                .block();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(all).extracting(each -> each.entity().handle()).containsExactlyElementsOf(handles(rows));
        for (int i = 0; i < 1_000; i++) {
            boolean wasThere = i >= 300 && i < 600;
            assertThat(all.get(i).outcome()).isEqualTo(wasThere ? Outcome.UPDATED : Outcome.INSERTED);
            assertThat(all.get(i).entity().visits()).isEqualTo(wasThere ? i + 1_000 : i);
        }
        assertThat(all.subList(0, 300))
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.entity().id(), b.entity().id()));
    }

    private static List<String> handles(List<NewMember> rows) {
        return rows.stream()
                .map(row -> (String) row.draft().values().get(MEMBER.handle.property()))
                .toList();
    }

    @Test
    void rowsThatAreLeftOutDoNotChangeTheOrderOfTheOthers() {
        orm.insertAll(List.of(
                        NewMember.handle("c").age(1),
                        NewMember.handle("e").age(50),
                        NewMember.handle("g").age(1)))
                .count()
                .block();
        List<NewMember> rows = List.of("g", "f", "e", "d", "c", "b").stream()
                .map(NewMember::handle)
                .toList();
        assertThat(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .createAll(rows)
                        .update(MEMBER.visits.increment(1))
                        .where(MEMBER.age.gt(9))
                        .all()
                        .map(Member::handle)
                        .collectList()
                        .block())
                .containsExactly("f", "e", "d", "b");
        List<NewMember> more =
                List.of("i", "g", "h", "i", "a").stream().map(NewMember::handle).toList();
        assertThat(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .createAll(more)
                        .doNothing()
                        .all()
                        .map(Member::handle)
                        .collectList()
                        .block())
                .containsExactly("i", "h", "a");
    }

    @Test
    void rowsWithDifferentColumnsAreAStatementForEachSetInOneTransaction() {
        List<NewMember> rows = List.of(
                NewMember.handle("b").age(1),
                NewMember.handle("ann"),
                NewMember.handle("c").age(2),
                NewMember.handle("d"));
        database.statements().clear();
        List<Upserted<Member>> all = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .createAll(rows)
                .update(MEMBER.visits.increment(1))
                .flagged()
                .all()
                .collectList()
                .block();
        assertThat(database.statements()).hasCount(2).hasCommitted();
        assertThat(all).extracting(each -> each.entity().handle()).containsExactly("b", "ann", "c", "d");
        assertThat(all)
                .extracting(Upserted::outcome)
                .containsExactly(Outcome.INSERTED, Outcome.UPDATED, Outcome.INSERTED, Outcome.INSERTED);
        assertThat(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .createAll(rows)
                        .update(MEMBER.visits.increment(1))
                        .count()
                        .block())
                .isEqualTo(4);
    }

    @Test
    void aFailureUndoesTheStatementsBeforeIt() {
        StepVerifier.create(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .createAll(List.of(
                                NewMember.handle("ann"),
                                NewMember.handle("b").club("A").number(1)))
                        .update(MEMBER.visits.increment(1))
                        .all())
                .verifyError(UniqueViolationException.class);
        assertThat(stored("ann")).isEqualTo(ann);
    }

    @Test
    void rowsWithoutAKeyAreInsertedAmongTheOthers() {
        List<NewMember> rows = List.of(
                NewMember.handle("b").club("A").number(null),
                NewMember.handle("c").club("A").number(1),
                NewMember.handle("d").club(null).number(1));
        List<Upserted<Member>> all = orm.upsert(MEMBER)
                .on(MEMBER.club, MEMBER.number)
                .createAll(rows)
                .update(MEMBER.visits.increment(1))
                .flagged()
                .all()
                .collectList()
                .block();
        assertThat(all).extracting(each -> each.entity().handle()).containsExactly("b", "ann", "d");
        assertThat(all)
                .extracting(Upserted::outcome)
                .containsExactly(Outcome.INSERTED, Outcome.UPDATED, Outcome.INSERTED);
    }

    @Test
    void ofRowsThatAreKeptTheFirstWithAKeyIsInsertedAndAllAreAnswered() {
        List<NewMember> rows = List.of(
                NewMember.handle("b").age(1),
                NewMember.handle("ann").age(2),
                NewMember.handle("b").age(3),
                NewMember.handle("ann").age(4));
        database.statements().clear();
        List<Upserted<Member>> all = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .createAll(rows)
                .update()
                .flagged()
                .all()
                .collectList()
                .block();
        assertThat(database.statements()).hasCount(1).hasCommitted();
        assertThat(all)
                .extracting(Upserted::outcome)
                .containsExactly(Outcome.INSERTED, Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(all).extracting(each -> each.entity().age()).containsExactly(1, 30, 1, 30);
    }

    @Test
    void twoRowsThatWouldChangeTheSameAreRefusedBeforeAnySql() {
        database.statements().clear();
        StepVerifier.create(orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .createAll(List.of(NewMember.handle("b"), NewMember.handle("c"), NewMember.handle("b")))
                        .update(MEMBER.visits.increment(1))
                        .all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageStartingWith(
                                "Rows 0 and 2 of 3 (counted from 0): Both have the same Member.handle"));
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    void ofNothingNothingIsSent() {
        database.statements().clear();
        UpsertSpec<Member> none = orm.upsert(MEMBER)
                .on(MEMBER.handle)
                .createAll(List.of())
                .update(MEMBER.visits.increment(1))
                .include(MEMBER.sponsored);
        StepVerifier.create(none.all()).verifyComplete();
        StepVerifier.create(none.one()).verifyComplete();
        StepVerifier.create(none.flagged().all()).verifyComplete();
        StepVerifier.create(none.oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("No Member was given to upsert."));
        StepVerifier.create(none.count()).expectNext(0L).verifyComplete();
        assertThat(database.statements()).hasCount(0);
    }

    // Others at the same time

    @Test
    void manyCallersOfOneKeyMakeOneRowAndNoError() {
        List<Outcome> outcomes = Flux.range(0, 32)
                .flatMap(i -> visit("zoe").flagged().one().map(Upserted::outcome), 32)
                .collectList()
                .block(PATIENCE);
        assertThat(outcomes).filteredOn(Outcome.INSERTED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.UPDATED::equals).hasSize(31);
        assertThat(stored("zoe").visits()).isEqualTo(32);
    }

    @Test
    void manyCallersWhoKeepWhatIsThereAllGetTheOneRow() {
        List<Member> all = Flux.range(0, 32)
                .flatMap(
                        i -> orm.upsert(MEMBER)
                                .on(MEMBER.handle)
                                .create(NewMember.handle("zoe").visits(i))
                                .update()
                                .oneOrFail(),
                        32)
                .collectList()
                .block(PATIENCE);
        assertThat(all).hasSize(32).containsOnly(stored("zoe"));
    }

    @Test
    void aRowThatIsCommittedWhileTheStatementWaitsIsFound() {
        Upserted<Member> found = whileOthers(
                orm.insert(NewMember.handle("zoe").visits(7)).one().then(),
                orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .create(NewMember.handle("zoe"))
                        .update()
                        .flagged()
                        .oneOrFail());
        assertThat(found).isEqualTo(new Upserted<>(stored("zoe"), Outcome.UNCHANGED));
        assertThat(found.entity().visits()).isEqualTo(7);
    }

    @Test
    void aRowThatIsRemovedWhileTheStatementWaitsIsInserted() {
        List<Upserted<Member>> found = whileOthers(
                orm.delete(MEMBER).where(MEMBER.handle.eq("ann")).count().then(),
                orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .createAll(List.of(NewMember.handle("ann"), NewMember.handle("bob")))
                        .update()
                        .flagged()
                        .all()
                        .collectList());
        assertThat(found).extracting(Upserted::outcome).containsExactly(Outcome.INSERTED, Outcome.INSERTED);
        assertThat(found.get(0).entity().id()).isNotEqualTo(ann.id());
        assertThat(found.get(0).entity()).isEqualTo(stored("ann"));
    }

    /** Starts the work when the others have changed something, and lets them commit when the work waits for them. */
    private <T> T whileOthers(Mono<Void> others, Mono<T> work) {
        Sinks.Empty<Void> changed = Sinks.empty();
        ReactiveOrm observer = ReactiveOrm.create(database.connections());
        Mono<Void> waiting = observer.sql("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                .as(Long.class)
                .one()
                .repeat()
                .filter(blocked -> blocked > 0)
                .next()
                .then();
        Mono<Void> transaction = orm.transaction(
                others.then(Mono.fromRunnable(changed::tryEmitEmpty)).then(waiting));
        return Mono.zip(transaction.thenReturn(true), changed.asMono().then(work))
                .block(PATIENCE)
                .getT2();
    }

    // What is refused

    @Test
    void whatCannotBeMeantIsRefusedWhenItIsBuilt() {
        database.statements().clear();
        refused(
                () -> orm.upsert(MEMBER).on(MEMBER.age),
                "No unique key of Member is of (age). It has: members_pkey (id),");
        refused(() -> orm.upsert(MEMBER).on(), "No unique key of Member is of ().");
        refused(() -> orm.upsert(MEMBER).on(MEMBER.club), "No unique key of Member is of (club).");
        refused(() -> orm.upsert(MEMBER).on(MEMBER.email), "Several partial unique indexes of Member are of (email).");
        refused(() -> orm.upsert(MEMBER).onKey("x"), "Member has no unique key with the name 'x'.");
        UpsertSpec<Member> change = visit("ann");
        refused(
                () -> orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .create(NewMember.handle("a"))
                        .update(MEMBER.handle.to("b")),
                "Member.handle is of the key that the upsert finds rows by");
        refused(
                () -> orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .create(NewMember.handle("a"))
                        .update(MEMBER.age.to(1), MEMBER.age.to(2)),
                "Member.age is set twice in one update.");
        refused(
                () -> orm.upsert(MEMBER)
                        .on(MEMBER.handle)
                        .create(NewMember.handle("a"))
                        .update()
                        .where(MEMBER.age.gt(1)),
                "where(…) of an upsert says which rows are changed");
        assertThat(change).isNotNull();
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsRefused() {
        New<Member> noDraft = null;
        Column<Member, ?> noColumn = null;
        Assignment<Member> noAssignment = null;
        refused(() -> orm.upsert(MEMBER).on(noColumn), "A column of the key to find rows by is null.");
        refused(() -> orm.upsert(MEMBER).onKey(null), "The name of the key to find rows by is null.");
        refused(() -> orm.upsert(MEMBER).byId().create(noDraft), "An entity to upsert is null.");
        refused(() -> orm.upsert(MEMBER).byId().createAll(null), "The collection to upsert is null.");
        refused(() -> orm.upsert(MEMBER).byId().createAll(Arrays.asList(noDraft)), "An entity to upsert is null.");
        refused(
                () -> orm.upsert(MEMBER).byId().create(NewMember.handle("a")).update(noAssignment),
                "A change is null.");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageStartingWith(message);
    }

    @Test
    void aKeyThatIsLeftOutIsRefusedBeforeAnySql() {
        database.statements().clear();
        StepVerifier.create(orm.upsert(MEMBER)
                        .byId()
                        .create(NewMember.handle("a"))
                        .update()
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageStartingWith("Member.id is left out"));
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    void excludedIsOfAnUpsertOnly() {
        database.statements().clear();
        StepVerifier.create(orm.update(MEMBER)
                        .byId(ann.id())
                        .set(MEMBER.age.toExcluded())
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageStartingWith(
                                "Member.age.excluded() is the value that an upsert would have inserted"));
        StepVerifier.create(orm.find(MEMBER).where(MEMBER.age.excluded().eq(1)).all())
                .verifyError(InvalidQueryException.class);
        assertThat(database.statements()).hasCount(0);
    }

    /** Another commits the row while this call waits to insert it, when its new parent has been inserted. */
    @Test
    void whatARowRefersToIsNotLeftBehindWhenOthersInsertIt() {
        Mono<Category> insert = orm.insert(NewCategory.name("late")).one();
        Mono<Category> upsert = orm.upsert(CATEGORY)
                .on(CATEGORY.name)
                .create(NewCategory.name("late").parent(NewCategory.name("made")))
                .update(CATEGORY.name.toExcluded())
                .one();
        assertThatThrownBy(() -> Waiting.untilCommitted(orm, insert, upsert))
                .isInstanceOf(TransactionConflictException.class)
                .hasMessage("A Category with the same name was inserted by others when what it refers to had been made"
                        + " for it, which is undone. Run it again.");
        assertThat(orm.find(CATEGORY).all().map(Category::name).collectList().block())
                .containsExactly("late");
        assertThat(upsert.block().parentId()).isNull();
    }
}
