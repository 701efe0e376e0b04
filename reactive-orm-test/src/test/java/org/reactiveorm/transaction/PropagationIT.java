package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.PoolExhaustedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What a transaction within another one does. */
@Timeout(60)
class PropagationIT {

    private static final IllegalStateException BOOM = new IllegalStateException("boom");

    private final TestDatabase database = TestDatabase.shared();

    @BeforeEach
    void createTable() {
        database.run("drop table if exists nested; create table nested (id int primary key)");
    }

    private List<Integer> stored() {
        return database.rows("select id from nested order by id", Integer.class);
    }

    private static <T> Mono<T> savepoint(TestPool pool, Mono<T> work) {
        return pool.transactions().execute(TransactionOptions.savepoint(), work);
    }

    // Savepoints

    @Test
    void aSavepointIsKeptWithItsTransaction() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(
                            pool.transaction(pool.insert("nested", 1).then(savepoint(pool, pool.insert("nested", 2)))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 2);
            assertThat(pool.events()).containsExactly("began BEGIN", "committed");
            pool.assertClean();
        }
    }

    @Test
    void aSavepointThatFailsIsUndoneAlone() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> failing = savepoint(pool, pool.insert("nested", 2).then(Mono.<Long>error(BOOM)))
                    .onErrorResume(IllegalStateException.class, e -> Mono.just(-1L));
            StepVerifier.create(pool.transaction(
                            pool.insert("nested", 1).then(failing).then(pool.insert("nested", 3))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 3);
            pool.assertClean();
        }
    }

    @Test
    void anErrorOfTheServerInASavepointLeavesTheTransactionAlive() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> failing = savepoint(pool, pool.insert("nested", 1)).onErrorReturn(-1L);
            StepVerifier.create(pool.transaction(
                            pool.insert("nested", 1).then(failing).then(pool.insert("nested", 3))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 3);
            pool.assertClean();
        }
    }

    @Test
    void aSavepointWhoseErrorOfTheServerWasSwallowedIsUndoneAndFails() {
        try (TestPool pool = TestPool.ofOne()) {
            List<Throwable> heard = new ArrayList<>();
            Mono<Long> swallowing = savepoint(
                            pool,
                            pool.insert("nested", 2)
                                    .then(pool.insert("nested", 1).onErrorReturn(0L)))
                    .doOnError(heard::add)
                    .onErrorReturn(-1L);
            StepVerifier.create(pool.transaction(
                            pool.insert("nested", 1).then(swallowing).then(pool.insert("nested", 3))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 3);
            assertThat(heard).hasSize(1);
            assertThat(heard.get(0)).isInstanceOf(DatabaseException.class).hasMessageContaining("swallowed");
            pool.assertClean();
        }
    }

    @Test
    void aPartThatFailedWithinASavepointUndoesTheSavepointOnly() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> part = pool.transaction(pool.insert("nested", 2).then(Mono.<Long>error(BOOM)))
                    .onErrorReturn(0L);
            Mono<Long> swallowing = savepoint(pool, part).onErrorReturn(-1L);
            StepVerifier.create(pool.transaction(
                            pool.insert("nested", 1).then(swallowing).then(pool.insert("nested", 3))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 3);
            pool.assertClean();
        }
    }

    @Test
    void theFirstStatementOfATransactionMayBeInASavepoint() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> failing = savepoint(pool, pool.insert("nested", 1).then(Mono.<Long>error(BOOM)))
                    .onErrorReturn(-1L);
            StepVerifier.create(pool.transaction(failing.then(pool.insert("nested", 2))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void savepointsAreNestedInSavepoints() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> inner = savepoint(pool, pool.insert("nested", 3).then(Mono.<Long>error(BOOM)))
                    .onErrorReturn(-1L);
            Mono<Long> middle =
                    savepoint(pool, pool.insert("nested", 2).then(inner).then(pool.insert("nested", 4)));
            StepVerifier.create(pool.transaction(
                            pool.insert("nested", 1).then(middle).then(pool.insert("nested", 5))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 2, 4, 5);
            pool.assertClean();
        }
    }

    @Test
    void aSavepointWithoutStatementsSendsNone() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(savepoint(pool, Mono.just(7))))
                    .expectNext(7)
                    .verifyComplete();
            assertThat(pool.events()).isEmpty();
            pool.assertClean();
        }
    }

    @Test
    void outsideOfATransactionASavepointIsOne() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(savepoint(pool, pool.insert("nested", 1)))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(pool.events()).containsExactly("began BEGIN", "committed");
            pool.assertClean();
        }
    }

    @Test
    void aSavepointGoesDownWithItsTransaction() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(
                            savepoint(pool, pool.insert("nested", 1)).then(Mono.error(BOOM))))
                    .verifyErrorSatisfies(e -> assertThat(e).isSameAs(BOOM));
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    @Test
    void aSecondSavepointAtTheSameTimeIsRefused() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(Mono.zip(
                            savepoint(pool, pool.insert("nested", 1)), savepoint(pool, pool.insert("nested", 2)))))
                    .verifyErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("one after the other"));
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    @Test
    void savepointsRunOneAfterTheOther() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Long> each = Flux.range(1, 300)
                    .concatMap(i -> savepoint(
                                    pool,
                                    pool.insert("nested", i)
                                            .flatMap(n -> i % 3 == 0 ? Mono.<Long>error(BOOM) : Mono.just(n)))
                            .onErrorReturn(0L));
            StepVerifier.create(pool.transaction(each.reduce(Long::sum)))
                    .expectNext(200L)
                    .verifyComplete();
            assertThat(stored()).hasSize(200).noneMatch(id -> id % 3 == 0);
            pool.assertClean();
        }
    }

    @Test
    void statementsOfTheTransactionWaitForTheSavepoint() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> failing = savepoint(
                            pool,
                            pool.insert("nested", 1)
                                    .then(Mono.delay(Duration.ofMillis(30)))
                                    .then(Mono.<Long>error(BOOM)))
                    .onErrorReturn(-1L);
            StepVerifier.create(pool.transaction(Mono.zip(failing, pool.insert("nested", 2))))
                    .expectNextCount(1)
                    .verifyComplete();
            assertThat(stored()).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void aStatementThatRunsInACancelledSavepointIsStopped() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> late = savepoint(
                            pool,
                            pool.insert("nested", 1)
                                    .then(pool.values("select pg_sleep(60)::text", String.class)
                                            .count()))
                    .timeout(Duration.ofMillis(100), Mono.just(-1L));
            StepVerifier.create(pool.transaction(late.then(pool.insert("nested", 2))))
                    .expectNext(1L)
                    .expectComplete()
                    .verify(Duration.ofSeconds(20));
            assertThat(stored()).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void anotherSavepointMayFollowACancelledOneAtOnce() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> late = savepoint(
                            pool,
                            pool.insert("nested", 1)
                                    .then(pool.values("select pg_sleep(60)::text", String.class)
                                            .count()))
                    .timeout(Duration.ofMillis(50), savepoint(pool, pool.insert("nested", 2)));
            StepVerifier.create(pool.transaction(late)).expectNext(1L).verifyComplete();
            assertThat(stored()).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void aSavepointIsNotBoundToAThread() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> work = savepoint(
                    pool,
                    pool.insert("nested", 1)
                            .publishOn(Schedulers.parallel())
                            .delayElement(Duration.ofMillis(5))
                            .flatMap(n -> Flux.range(2, 100)
                                    .flatMap(
                                            i -> pool.insert("nested", i).subscribeOn(Schedulers.boundedElastic()), 100)
                                    .count()));
            StepVerifier.create(pool.transaction(work)).expectNext(100L).verifyComplete();
            assertThat(stored()).hasSize(101);
            pool.assertClean();
        }
    }

    @Test
    void aStreamGoesOnBetweenSavepoints() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> work = pool.values("select generate_series(1, 1000)", Integer.class)
                    .concatMap(
                            i -> savepoint(pool, pool.insert("nested", i % 700)).onErrorReturn(0L))
                    .reduce(0L, Long::sum);
            StepVerifier.create(pool.transaction(work)).expectNext(700L).verifyComplete();
            assertThat(stored()).hasSize(700);
            pool.assertClean();
        }
    }

    // Separate transactions

    @Test
    void aSeparateTransactionCommitsAlone() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            Mono<Long> separate = pool.transactions().execute(TransactionOptions.separate(), pool.insert("nested", 2));
            StepVerifier.create(pool.transaction(
                            pool.insert("nested", 1).then(separate).then(Mono.error(BOOM))))
                    .verifyErrorMessage("boom");
            assertThat(stored()).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void aSeparateTransactionFailsAlone() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            Mono<Long> separate = pool.transactions()
                    .execute(
                            TransactionOptions.separate(),
                            pool.insert("nested", 2).then(Mono.<Long>error(BOOM)))
                    .onErrorReturn(-1L);
            StepVerifier.create(pool.transaction(pool.insert("nested", 1).then(separate)))
                    .expectNext(-1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1);
            pool.assertClean();
        }
    }

    @Test
    void aSeparateTransactionDoesNotWaitForTheLastConnection() {
        try (TestPool pool = TestPool.of("maxSize=1&maxAcquireTime=PT1H")) {
            Mono<Long> separate = pool.transactions().execute(TransactionOptions.separate(), pool.insert("nested", 2));
            StepVerifier.create(pool.transaction(pool.insert("nested", 1).then(separate)))
                    .verifyErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(PoolExhaustedException.class)
                            .hasMessageContaining("acquired 1, idle 0, pending 0, max 1"));
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    // Mandatory and never

    @Test
    void aMandatoryTransactionJoinsOrIsRefused() {
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions mandatory = TransactionOptions.defaults().withPropagation(Propagation.MANDATORY);
            Mono<Long> work = pool.transactions().execute(mandatory, pool.insert("nested", 1));
            StepVerifier.create(work)
                    .verifyErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("MANDATORY"));
            assertThat(stored()).isEmpty();
            StepVerifier.create(pool.transaction(work)).expectNext(1L).verifyComplete();
            assertThat(stored()).containsExactly(1);
            pool.assertClean();
        }
    }

    @Test
    void neverIsRefusedWithin() {
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions never = TransactionOptions.defaults().withPropagation(Propagation.NEVER);
            Mono<Long> work = pool.transactions().execute(never, pool.insert("nested", 1));
            StepVerifier.create(pool.transaction(work))
                    .verifyErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("NEVER"));
            StepVerifier.create(work).expectNext(1L).verifyComplete();
            assertThat(pool.events()).isEmpty();
            assertThat(stored()).containsExactly(1);
            pool.assertClean();
        }
    }
}
