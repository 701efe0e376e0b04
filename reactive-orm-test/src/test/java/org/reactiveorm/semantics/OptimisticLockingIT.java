package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Manuscript_.MANUSCRIPT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Seat_.SEAT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.Isolation;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A change that is based on a version is made only if the row still has it. */
class OptimisticLockingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
        database.statements().clear();
    }

    private List<Purchase> purchases(int count) {
        List<Purchase> inserted = orm.insertAll(IntStream.range(0, count)
                        .mapToObj(i -> NewPurchase.create().buyer("b" + i))
                        .toList())
                .all()
                .collectList()
                .block();
        database.statements().clear();
        return inserted;
    }

    private static Purchase bought(Purchase purchase, String buyer) {
        return new Purchase(
                purchase.id(), buyer, purchase.version(), purchase.createdAt(), purchase.updatedAt(), purchase.lines());
    }

    private static Purchase expecting(Purchase purchase, long version) {
        return new Purchase(
                purchase.id(), "new", version, purchase.createdAt(), purchase.updatedAt(), purchase.lines());
    }

    private List<String> state() {
        return orm.find(PURCHASE)
                .orderBy(PURCHASE.id.asc())
                .all()
                .map(each -> each.buyer() + each.version())
                .collectList()
                .block();
    }

    private static Consumer<Throwable> stale(Object id, Object version) {
        return error -> assertThat(error).isInstanceOfSatisfying(StaleEntityException.class, stale -> {
            assertThat(stale.id()).isEqualTo(id);
            assertThat(stale.expectedVersion()).isEqualTo(version);
            assertThat(stale)
                    .hasMessageContaining(" %s has been changed or deleted since version %s was read.", id, version);
        });
    }

    @Test
    void anEntityIsUpdatedFromTheVersionThatItHas() {
        Purchase read = purchases(1).get(0);
        Purchase first = orm.update(PURCHASE, bought(read, "ann")).one().block();
        assertThat(first.version()).isEqualTo(1);
        StepVerifier.create(orm.update(PURCHASE, bought(read, "bob")).one()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.update(PURCHASE, bought(read, "bob")).oneOrFail())
                .verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.update(PURCHASE, bought(read, "bob")).first()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.update(PURCHASE, bought(read, "bob")).all()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.update(PURCHASE, bought(read, "bob")).count()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.update(PURCHASE, bought(read, "bob"))
                        .include(PURCHASE.lines)
                        .one())
                .verifyErrorSatisfies(stale(1, 0L));
        assertThat(state()).containsExactly("ann1");
        assertThat(orm.update(PURCHASE, bought(first, "cid")).count().block()).isEqualTo(1);
        assertThat(state()).containsExactly("cid2");
    }

    @Test
    void anEntityIsDeletedInTheVersionThatItHas() {
        Purchase read = purchases(2).get(0);
        Purchase changed = orm.update(PURCHASE, bought(read, "ann")).one().block();
        database.statements().clear();
        StepVerifier.create(orm.delete(PURCHASE, read).one()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.delete(PURCHASE, read).oneOrFail()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.delete(PURCHASE, read).first()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.delete(PURCHASE, read).all()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.delete(PURCHASE, read).count()).verifyErrorSatisfies(stale(1, 0L));
        assertThat(database.statements()).hasCount(5).hasNoTransaction();
        StepVerifier.create(orm.delete(PURCHASE, read).include(PURCHASE.lines).one())
                .verifyErrorSatisfies(stale(1, 0L));
        assertThat(state()).containsExactly("ann1", "b10");
        assertThat(orm.delete(PURCHASE, changed)
                        .include(PURCHASE.lines)
                        .one()
                        .block()
                        .buyer())
                .isEqualTo("ann");
        StepVerifier.create(orm.delete(PURCHASE, changed).one()).verifyErrorSatisfies(stale(1, 1L));
        assertThat(state()).containsExactly("b10");
    }

    @Test
    void aRowIsChangedIfItHasTheVersion() {
        purchases(1);
        assertThat(orm.update(PURCHASE)
                        .byId(1)
                        .ifVersion(0)
                        .set(PURCHASE.buyer.to("ann"))
                        .one()
                        .block()
                        .version())
                .isEqualTo(1);
        var late = orm.update(PURCHASE).byId(1).set(PURCHASE.buyer.to("bob")).ifVersion(0);
        StepVerifier.create(late.one()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(late.oneOrFail()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(late.first()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(late.all()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(late.count()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.update(PURCHASE)
                        .byId(9)
                        .ifVersion(0)
                        .set(PURCHASE.buyer.to("bob"))
                        .oneOrFail())
                .verifyErrorSatisfies(stale(9, 0L));
        assertThat(state()).containsExactly("ann1");
        StepVerifier.create(orm.delete(PURCHASE).byId(1).ifVersion(0).one()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.delete(PURCHASE).byId(1).ifVersion(0).count()).verifyErrorSatisfies(stale(1, 0L));
        StepVerifier.create(orm.delete(PURCHASE)
                        .byId(1)
                        .include(PURCHASE.lines)
                        .ifVersion(0)
                        .one())
                .verifyErrorSatisfies(stale(1, 0L));
        assertThat(orm.delete(PURCHASE).byId(1).ifVersion(1).count().block()).isEqualTo(1);
    }

    @Test
    void anEmptyChangeOfAnExpectedVersionAnswersTheRowOrFails() {
        purchases(1);
        assertThat(orm.update(PURCHASE).byId(1).ifVersion(0).one().block().version())
                .isZero();
        assertThat(orm.update(PURCHASE).byId(1).ifVersion(0).count().block()).isEqualTo(1);
        StepVerifier.create(orm.update(PURCHASE).byId(1).ifVersion(4).one()).verifyErrorSatisfies(stale(1, 4L));
        StepVerifier.create(orm.update(PURCHASE).byId(1).ifVersion(4).count()).verifyErrorSatisfies(stale(1, 4L));
        assertThat(database.statements()).doesNotContainSql("update \"");
    }

    @Test
    void aVersionOfAKeyOfSeveralColumns() {
        PlaceId id = new PlaceId("A", 1, (short) 2);
        orm.insert(SEAT, new Seat(id, null, 7)).one().block();
        database.statements().clear();
        assertThat(orm.update(SEAT)
                        .byId(id)
                        .ifVersion(0)
                        .set(SEAT.guest.to("ann"))
                        .one()
                        .block())
                .isEqualTo(new Seat(id, "ann", 1));
        StepVerifier.create(orm.update(SEAT)
                        .byId(id)
                        .ifVersion(0)
                        .set(SEAT.guest.to("bob"))
                        .one())
                .verifyErrorSatisfies(stale(List.of("A", 1, (short) 2), 0L));
        StepVerifier.create(orm.update(SEAT, new Seat(id, "cid", 0)).one())
                .verifyErrorSatisfies(stale(List.of("A", 1, (short) 2), 0L));
        assertThat(database.statements()).hasCount(3).hasNoTransaction();
    }

    @Test
    void whatCannotBeExpectedIsRefusedWhenItIsBuilt() {
        refused(
                () -> orm.update(CATEGORY).byId(1L).ifVersion(0),
                "Category has no @Version, so none can be expected. Put @Version on an int or long of it");
        refused(() -> orm.delete(CATEGORY).byId(1L).ifVersion(0), "Category has no @Version");
        String notOne = "A version of Purchase is expected, but not of one row alone. Use ifVersion(…) after byId(…)";
        refused(() -> orm.update(PURCHASE).everything().ifVersion(0), notOne);
        refused(() -> orm.delete(PURCHASE).everything().ifVersion(0), notOne);
        refused(() -> orm.update(PURCHASE).byIds(List.of(1)).ifVersion(0), notOne);
        refused(() -> orm.update(PURCHASE).byId(1).where(PURCHASE.buyer.eq("a")).ifVersion(0), notOne);
        String both = "A version of Purchase is expected, and something else of the same row";
        refused(() -> orm.update(PURCHASE).byId(1).ifVersion(0).where(PURCHASE.buyer.eq("a")), both);
        refused(() -> orm.delete(PURCHASE).byId(1).ifVersion(0).where(PURCHASE.buyer.eq("a")), both);
        refused(() -> orm.update(PURCHASE).byId(1).ifVersion(0).ifVersion(1), both);
        refused(
                () -> orm.update(MANUSCRIPT).byId(new UUID(1, 1)).ifVersion(1L << 40),
                "does not fit Manuscript.version");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void oneStaleRowOfManyKeepsAllAsTheyWere() {
        List<Purchase> read = purchases(1_000);
        List<Purchase> wanted =
                new ArrayList<>(read.stream().map(each -> expecting(each, 0)).toList());
        orm.update(PURCHASE, bought(read.get(400), "ann")).one().block();
        orm.delete(PURCHASE, read.get(700)).one().block();
        wanted.set(900, expecting(read.get(900), 5));
        List<String> before = state();
        Collections.reverse(wanted);
        database.statements().clear();
        Consumer<Throwable> firstOfThree = error -> {
            assertThat(error).satisfies(stale(901, 5L));
            assertThat(error).hasMessageEndingWith(" 3 of the 1000 rows are stale; none was changed.");
        };
        StepVerifier.create(orm.updateAll(PURCHASE, wanted).all()).verifyErrorSatisfies(firstOfThree);
        StepVerifier.create(orm.updateAll(PURCHASE, wanted).only(PURCHASE.buyer).count())
                .verifyErrorSatisfies(firstOfThree);
        StepVerifier.create(orm.deleteAll(PURCHASE, wanted).all()).verifyErrorSatisfies(firstOfThree);
        StepVerifier.create(orm.deleteAll(PURCHASE, wanted).count()).verifyErrorSatisfies(firstOfThree);
        assertThat(database.statements()).hasCount(4).hasNoTransaction();
        assertThat(state()).isEqualTo(before);
        StepVerifier.create(orm.updateAll(PURCHASE, List.of(read.get(700))).one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .hasMessage("Purchase 701 has been changed or deleted since version 0 was read."
                                + " Read it again and repeat the change."));
    }

    @Test
    void ofManyWhoChangeOneVersionOneWins() {
        Purchase read = purchases(1).get(0);
        assertThat(raced(i -> orm.update(PURCHASE, bought(read, "w" + i)).count()))
                .isEqualTo(1);
        assertThat(raced(i -> orm.update(PURCHASE)
                        .byId(1)
                        .ifVersion(1)
                        .set(PURCHASE.buyer.to("w" + i))
                        .count()))
                .isEqualTo(1);
        assertThat(raced(i ->
                        orm.updateAll(PURCHASE, List.of(expecting(read, 2))).count()))
                .isEqualTo(1);
        assertThat(raced(i ->
                        orm.deleteAll(PURCHASE, List.of(expecting(read, 3))).count()))
                .isEqualTo(1);
    }

    /** How many of 32 succeeded; all others were stale. */
    private static int raced(java.util.function.IntFunction<Mono<Long>> change) {
        List<Long> outcomes = Flux.range(0, 32)
                .flatMap(i -> change.apply(i).onErrorReturn(StaleEntityException.class, -1L), 32)
                .collectList()
                .block(PATIENCE);
        assertThat(outcomes).hasSize(32).containsOnly(1L, -1L);
        return Collections.frequency(outcomes, 1L);
    }

    @Test
    void oppositeOrdersDoNotWaitForEachOther() {
        List<Purchase> read = purchases(200);
        List<Purchase> reversed = new ArrayList<>(read);
        Collections.reverse(reversed);
        for (int round = 0; round < 20; round++) {
            long version = round;
            List<Purchase> there =
                    read.stream().map(each -> expecting(each, version)).toList();
            List<Purchase> back =
                    reversed.stream().map(each -> expecting(each, version)).toList();
            assertThat(raced(i -> orm.updateAll(PURCHASE, i % 2 == 0 ? there : back)
                            .count()
                            .map(count -> count / 200)))
                    .isEqualTo(1);
        }
    }

    /** A change that is under way when another starts. */
    private enum Rival {
        CHANGED {
            @Override
            Mono<Long> run(ReactiveOrm orm) {
                return orm.update(PURCHASE)
                        .byId(2)
                        .set(PURCHASE.buyer.to("rival"))
                        .count();
            }
        },
        DELETED {
            @Override
            Mono<Long> run(ReactiveOrm orm) {
                return orm.delete(PURCHASE).byId(2).count();
            }
        };

        abstract Mono<Long> run(ReactiveOrm orm);
    }

    /** What comes of a change that waits for the rival's transaction, which then commits or rolls back. */
    private <T> Mono<T> afterWaiting(Rival rival, boolean commits, Mono<T> change) {
        Sinks.Empty<Void> held = Sinks.empty();
        Sinks.Empty<Void> end = Sinks.empty();
        CompletableFuture<Long> other = orm.transaction(
                        rival.run(orm).doOnNext(count -> held.tryEmitEmpty()).delayUntil(count -> end.asMono()))
                .toFuture();
        held.asMono().block(PATIENCE);
        CompletableFuture<T> waiting = change.toFuture();
        untilSomebodyWaits();
        if (commits) {
            end.tryEmitEmpty();
        } else {
            end.tryEmitError(new IllegalStateException("rolled back"));
        }
        return Mono.fromFuture(other)
                .then()
                .onErrorResume(IllegalStateException.class, rolledBack -> Mono.empty())
                .then(Mono.fromFuture(waiting));
    }

    private void untilSomebodyWaits() {
        orm.sql("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .as(Long.class)
                .one()
                .repeat()
                .any(count -> count > 0)
                .block(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeThatWasUnderWayMakesManyStale(Rival rival) {
        List<Purchase> wanted =
                purchases(3).stream().map(each -> expecting(each, 0)).toList();
        StepVerifier.create(afterWaiting(
                        rival, true, orm.updateAll(PURCHASE, wanted).count()))
                .verifyErrorSatisfies(stale(2, 0L));
        assertThat(state()).isEqualTo(rival == Rival.CHANGED ? List.of("b00", "rival1", "b20") : List.of("b00", "b20"));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeThatIsRolledBackMakesNothingStale(Rival rival) {
        List<Purchase> wanted =
                purchases(3).stream().map(each -> expecting(each, 0)).toList();
        assertThat(afterWaiting(
                                rival,
                                false,
                                orm.updateAll(PURCHASE, wanted)
                                        .all()
                                        .map(Purchase::version)
                                        .collectList())
                        .block(PATIENCE))
                .containsExactly(1L, 1L, 1L);
        assertThat(afterWaiting(
                                rival,
                                false,
                                orm.deleteAll(
                                                PURCHASE,
                                                wanted.stream()
                                                        .map(each -> expecting(each, 1))
                                                        .toList())
                                        .count())
                        .block(PATIENCE))
                .isEqualTo(3);
    }

    @Test
    void theVersionThatIsWaitedForIsTheOneThatCounts() {
        // who knows the next version before it is committed is not refused by the snapshot that the statement began
        // with
        List<Purchase> wanted = new ArrayList<>(
                purchases(3).stream().map(each -> expecting(each, 0)).toList());
        wanted.set(1, expecting(wanted.get(1), 1));
        assertThat(afterWaiting(
                                Rival.CHANGED,
                                true,
                                orm.updateAll(PURCHASE, wanted)
                                        .all()
                                        .map(Purchase::version)
                                        .collectList())
                        .block(PATIENCE))
                .containsExactly(1L, 2L, 1L);
        assertThat(state()).containsExactly("new1", "new2", "new1");
    }

    @Test
    void inARepeatableReadTransactionTheServerRefusesFirst() {
        List<Purchase> wanted =
                purchases(3).stream().map(each -> expecting(each, 0)).toList();
        Mono<Long> change = orm.transaction(
                TransactionOptions.defaults().withIsolation(Isolation.REPEATABLE_READ),
                orm.updateAll(PURCHASE, wanted).count());
        StepVerifier.create(afterWaiting(Rival.CHANGED, true, change)).verifyError(TransactionConflictException.class);
        assertThat(state()).containsExactly("b00", "rival1", "b20");
    }

    @Test
    void insideATransactionAStaleChangeUndoesTheWholeOfIt() {
        List<Purchase> read = purchases(2);
        StepVerifier.create(orm.transaction(orm.update(PURCHASE, bought(read.get(0), "ann"))
                        .one()
                        .then(orm.updateAll(PURCHASE, List.of(expecting(read.get(1), 3)))
                                .count())))
                .verifyErrorSatisfies(stale(2, 3L));
        assertThat(state()).containsExactly("b00", "b10");
        StepVerifier.create(orm.updateAll(PURCHASE, read).one()).verifyError(NotUniqueException.class);
        assertThat(state()).containsExactly("b00", "b10");
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageContaining(sentence);
    }
}
