package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.InvalidQueryException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@Timeout(60)
class TransactionsIT {

    private final TestPool pool = TestPool.ofOne();

    @BeforeEach
    void createTable() {
        pool.database().run("drop table if exists tx; create table tx (id int primary key)");
    }

    @AfterEach
    void isClean() {
        pool.assertClean();
        pool.close();
    }

    private List<Integer> stored() {
        return pool.database().rows("select id from tx order by id", Integer.class);
    }

    @Test
    void completionCommits() {
        pool.transaction(pool.insert("tx", 1).then(pool.insert("tx", 2)))
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyComplete();
        assertThat(stored()).containsExactly(1, 2);
        assertThat(pool.events()).containsExactly("began BEGIN", "committed");
    }

    @Test
    void anErrorRollsBackAndComesOutUnchanged() {
        IllegalStateException mine = new IllegalStateException("mine");
        pool.transaction(pool.insert("tx", 1).then(Mono.error(mine)))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).isSameAs(mine));
        assertThat(stored()).isEmpty();
        assertThat(pool.events()).containsExactly("began BEGIN", "rolled back: mine");
    }

    @Test
    void theConnectionIsBackWhenTheErrorArrives() {
        pool.transaction(pool.insert("tx", 1).then(Mono.error(new IllegalStateException("mine"))))
                .onErrorResume(error -> Mono.just((long) pool.figures().acquiredSize()))
                .as(StepVerifier::create)
                .expectNext(0L)
                .verifyComplete();
    }

    @Test
    void aFunctionThatThrowsRollsBack() {
        pool.transaction(pool.insert("tx", 1).flatMap(count -> {
                    throw new IllegalStateException("thrown");
                }))
                .as(StepVerifier::create)
                .verifyErrorMessage("thrown");
        pool.transaction(Mono.defer(() -> {
                    throw new IllegalStateException("thrown at once");
                }))
                .as(StepVerifier::create)
                .verifyErrorMessage("thrown at once");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aStatementThatCannotBeMadeRollsBack() {
        pool.transaction(pool.insert("tx", 1).thenMany(pool.transactions().<Long>statement(connection -> {
                    throw new IllegalStateException("not made");
                })))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .cause()
                        .hasMessage("not made"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void nothingIsEmittedBeforeCommit() {
        AtomicInteger seenAtEmission = new AtomicInteger(-1);
        pool.transaction(Flux.range(1, 3).concatMap(id -> pool.insert("tx", id).thenReturn(id)))
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(id -> {
                    if (id == 1) {
                        seenAtEmission.set(stored().size());
                    }
                })
                .as(StepVerifier::create)
                .expectNext(1, 2, 3)
                .verifyComplete();
        assertThat(seenAtEmission).hasValue(3);
    }

    @Test
    void aTransactionWithoutStatementsTouchesNoConnection() {
        pool.transaction(Mono.just("value"))
                .as(StepVerifier::create)
                .expectNext("value")
                .verifyComplete();
        pool.transaction(Mono.empty()).as(StepVerifier::create).verifyComplete();
        assertThat(pool.figures().allocatedSize()).isZero();
        assertThat(pool.events()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void workThatIsNullIsRefusedAtOnce() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> pool.transaction((Mono<String>) null), () -> pool.transaction((Flux<String>) null))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage("The work of a transaction is null. Give the Mono or Flux that does it.");
        }
        assertThatThrownBy(() -> pool.transactions().execute(null, Mono.just("value")))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("The options of a transaction are null. Leave them out for the defaults.");
    }

    @Test
    void anInnerTransactionJoinsTheOuter() {
        pool.transaction(pool.insert("tx", 1)
                        .then(pool.transaction(pool.insert("tx", 2)))
                        .then(Mono.error(new IllegalStateException("outer fails"))))
                .as(StepVerifier::create)
                .verifyErrorMessage("outer fails");
        assertThat(stored()).isEmpty();
        assertThat(pool.events()).hasSize(2);
    }

    @Test
    void halfAnInnerTransactionIsNotCommittedWhenItsErrorIsSwallowed() {
        Mono<Long> inner =
                pool.transaction(pool.insert("tx", 2).then(Mono.error(new IllegalStateException("inner fails"))));
        pool.transaction(pool.insert("tx", 1).then(inner.onErrorResume(error -> Mono.empty())))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("inner fails")
                        .hasMessageContaining("swallowed")
                        .hasCauseInstanceOf(IllegalStateException.class));
        assertThat(stored()).isEmpty();
    }

    @Test
    void halfAnInnerTransactionIsNotCommittedWhenItIsCancelled() {
        Mono<Long> inner = pool.transaction(pool.insert("tx", 2).then(Mono.never()));
        pool.transaction(pool.insert("tx", 1).then(inner.timeout(Duration.ofMillis(100), Mono.empty())))
                .as(StepVerifier::create)
                .verifyError(DatabaseException.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void theFirstValuesOfAnInnerTransactionAreEnough() {
        pool.transaction(pool.transaction(Flux.range(1, 3)
                                .concatMap(id -> pool.insert("tx", id).thenReturn(id)))
                        .take(1))
                .as(StepVerifier::create)
                .expectNext(1)
                .verifyComplete();
        assertThat(stored()).containsExactly(1, 2, 3);
    }

    @Test
    void aSwallowedStatementErrorDoesNotLookLikeSuccess() {
        pool.transaction(pool.insert("tx", 1)
                        .then(pool.update("insert into no_such_table values (1)"))
                        .onErrorReturn(0L))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("no_such_table")
                        .hasMessageContaining("swallowed"));
        assertThat(stored()).isEmpty();
        assertThat(pool.events()).hasSize(2).element(1).asString().startsWith("rolled back: ");
    }

    @Test
    void aTransactionThatIsEndedByItsOwnStatementDoesNotLookLikeSuccess() {
        pool.transaction(pool.insert("tx", 1).then(pool.update("ROLLBACK")))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("ended by a statement within it"));
    }

    @Test
    void aSavepointOfTheCallerMayUndoAFailedStatement() {
        pool.transaction(pool.insert("tx", 1)
                        .then(pool.update("savepoint s"))
                        .then(pool.insert("tx", 1).onErrorResume(error -> pool.update("rollback to savepoint s")))
                        .then(pool.insert("tx", 2)))
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyComplete();
        assertThat(stored()).containsExactly(1, 2);
    }

    @Test
    void aThousandParallelStatementsPassOneAfterTheOther() {
        pool.transaction(Flux.range(1, 1000)
                        .flatMap(id -> pool.insert("tx", id), 1000)
                        .count())
                .as(StepVerifier::create)
                .expectNext(1000L)
                .verifyComplete();
        assertThat(stored()).hasSize(1000);
    }

    @Test
    void parallelStatementsAcrossThreadsPass() {
        pool.transaction(Flux.range(1, 200)
                        .parallel(8)
                        .runOn(Schedulers.parallel())
                        .flatMap(id -> pool.insert("tx", id))
                        .sequential()
                        .count())
                .as(StepVerifier::create)
                .expectNext(200L)
                .verifyComplete();
        assertThat(stored()).hasSize(200);
    }

    @Test
    void zippedStatementsFailTogether() {
        pool.transaction(Mono.zip(pool.insert("tx", 1), pool.update("select 1/0"), pool.update("select pg_sleep(10)")))
                .as(StepVerifier::create)
                .expectError()
                .verify(Duration.ofSeconds(5));
        assertThat(stored()).isEmpty();
    }

    @Test
    void aStatementInsideAnOpenResultDoesNotHang() {
        pool.transaction(pool.values("select generate_series(1, 500)", Integer.class)
                        .concatMap(id -> pool.insert("tx", id).thenReturn(id)))
                .as(StepVerifier::create)
                .expectNextCount(500)
                .verifyComplete();
        pool.transaction(pool.values("select generate_series(501, 1500)", Integer.class)
                        .flatMap(id -> pool.insert("tx", id).thenReturn(id)))
                .as(StepVerifier::create)
                .expectNextCount(1000)
                .verifyComplete();
        assertThat(stored()).hasSize(1500);
    }

    @Test
    void aStatementOfItsOwnHasGivenItsConnectionBackAtTheEnd() {
        pool.values("select 1", Integer.class)
                .then(Mono.fromSupplier(() -> pool.figures().acquiredSize()))
                .as(StepVerifier::create)
                .expectNext(0)
                .verifyComplete();
        assertThat(pool.events()).isEmpty();
    }

    @Test
    void anErrorOfTheReaderLeavesAUsableConnection() {
        pool.transactions()
                .<Integer>statement(connection -> org.reactiveorm.TestDatabase.values(
                                connection, "select generate_series(1, 100000)", Integer.class)
                        .map(value -> {
                            throw new IllegalStateException("reader");
                        }))
                .as(StepVerifier::create)
                .verifyErrorMessage("reader");
        assertThat(pool.figures().acquiredSize()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, serializable",
        "READ_COMMITTED, read committed",
        "REPEATABLE_READ, repeatable read",
        "SERIALIZABLE, serializable"
    })
    void onlyTheDefaultIsolationIsTheOneOfTheServer(Isolation isolation, String effective) {
        try (TestPool strict = TestPool.of("options=default_transaction_isolation%3Dserializable")) {
            strict.transactions()
                    .execute(
                            TransactionOptions.defaults().withIsolation(isolation),
                            strict.values("select current_setting('transaction_isolation')", String.class)
                                    .single())
                    .as(StepVerifier::create)
                    .expectNext(effective)
                    .verifyComplete();
        }
    }

    @Test
    void isolationAndReadOnlyTravelInBegin() {
        TransactionOptions options = TransactionOptions.defaults()
                .withIsolation(Isolation.SERIALIZABLE)
                .asReadOnly();
        pool.transactions()
                .execute(
                        options,
                        pool.values(
                                        "select current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')",
                                        String.class)
                                .single())
                .as(StepVerifier::create)
                .expectNext("serializable on")
                .verifyComplete();
        assertThat(pool.events()).containsExactly("began BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY", "committed");
    }

    @Test
    void aTransactionFollowsItsSubscriberAcrossThreads() {
        pool.transaction(pool.insert("tx", 1)
                        .publishOn(Schedulers.boundedElastic())
                        .delayElement(Duration.ofMillis(20))
                        .flatMap(count -> pool.insert("tx", 2))
                        .subscribeOn(Schedulers.parallel()))
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyComplete();
        assertThat(stored()).containsExactly(1, 2);
    }

    @Test
    void aStatementAfterTheEndIsRefused() {
        Mono<Mono<Long>> leaked = pool.transaction(
                Mono.deferContextual(context -> Mono.just(pool.insert("tx", 1).contextWrite(context))));
        leaked.flatMap(statement -> statement)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("The transaction is over"));
    }

    @Test
    void eachSubscriptionIsItsOwnTransaction() {
        AtomicInteger next = new AtomicInteger();
        Mono<Long> once = pool.transaction(Mono.defer(() -> pool.insert("tx", next.incrementAndGet())));
        once.repeat(2).as(StepVerifier::create).expectNextCount(3).verifyComplete();
        assertThat(IntStream.range(0, 3).mapToObj(i -> pool.events().get(2 * i + 1)))
                .containsOnly("committed");
    }

    @Test
    void theSubscribersContextReachesInside() {
        pool.transaction(pool.transactions()
                        .<String>statement(
                                connection -> Mono.deferContextual(context -> Mono.just(context.<String>get("who"))))
                        .single())
                .contextWrite(context -> context.put("who", "me"))
                .as(StepVerifier::create)
                .expectNext("me")
                .verifyComplete();
    }
}
