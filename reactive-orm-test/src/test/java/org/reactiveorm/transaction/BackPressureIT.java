package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** Subscribers that do not want all rows at once. */
@Timeout(60)
class BackPressureIT {

    private final TestPool pool = TestPool.ofOne();

    @AfterEach
    void isClean() {
        pool.assertClean();
        pool.close();
    }

    @Test
    void rowsWaitForDemandInsideATransaction() {
        TestPublisher<Integer> done = TestPublisher.create();
        Flux<Integer> rows = pool.values("select generate_series(1, 5)", Integer.class);
        StepVerifier.create(pool.transactions().execute(TransactionOptions.defaults(), rows.concatWith(done)), 0)
                .then(done::complete)
                .thenRequest(2)
                .expectNext(1, 2)
                .thenRequest(10)
                .expectNext(3, 4, 5)
                .verifyComplete();
    }

    @Test
    void backPressureIsHonouredOutsideOfATransaction() {
        StepVerifier.create(pool.values("select generate_series(1, 1000)", Integer.class), 3)
                .expectNext(1, 2, 3)
                .then(() -> assertThat(pool.figures().acquiredSize()).isOne())
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(997)
                .verifyComplete();
    }

    @Test
    void theConnectionIsBackWhenTheLastRowHasComeAlthoughRowsAreStillTaken() {
        pool.values("select generate_series(1, 40)", Integer.class)
                .concatMap(n -> pool.values("select " + n + " * 2", Integer.class), 1)
                .as(StepVerifier::create)
                .expectNextSequence(
                        IntStream.rangeClosed(1, 40).map(n -> n * 2).boxed().toList())
                .verifyComplete();
    }

    @Test
    void moreRowsThanAreAskedForAheadComeOneByOne() {
        pool.values("select generate_series(1, 1000)", Integer.class)
                .limitRate(1)
                .as(StepVerifier::create)
                .expectNextSequence(IntStream.rangeClosed(1, 1000).boxed().toList())
                .verifyComplete();
        assertThat(pool.figures().acquiredSize()).isZero();
    }

    @Test
    void rowsThatWaitAreDiscardedByACancelAfterTheStatement() {
        List<Object> discarded = new CopyOnWriteArrayList<>();
        StepVerifier.create(
                        pool.values("select generate_series(1, 5)", Integer.class)
                                .concatMap(n -> pool.values("select " + n, Integer.class), 1)
                                .doOnDiscard(Integer.class, discarded::add),
                        1)
                .expectNext(1)
                .thenCancel()
                .verify(TestPool.PATIENCE);
        assertThat(discarded).containsExactlyInAnyOrder(2, 3, 4, 5);
        // the statement that was cancelled gives its connection back when the server has answered
        pool.assertClean();
    }

    @Test
    void anErrorInTheMiddleComesAfterTheRowsBeforeIt() {
        pool.values("select 12 / (5 - n) from generate_series(1, 9) n", Integer.class)
                .limitRate(1)
                .as(StepVerifier::create)
                .expectNext(3, 4, 6, 12)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                R2dbcException.class,
                                refused -> assertThat(refused.getSqlState()).isEqualTo("22012")));
        assertThat(pool.figures().acquiredSize()).isZero();
    }

    @Test
    void aCancelAmongRowsThatAreStillComingReturnsTheConnection() {
        StepVerifier.create(pool.values("select generate_series(1, 100000)", Integer.class), 3)
                .expectNext(1, 2, 3)
                .thenCancel()
                .verify(TestPool.PATIENCE);
        pool.values("select 1", Integer.class)
                .as(StepVerifier::create)
                .expectNext(1)
                .verifyComplete();
    }
}
