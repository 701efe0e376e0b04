package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.test.fault.TcpProxy;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every cancel leaves a clean connection, whatever it interrupts. */
@Timeout(120)
class CancellationIT {

    private final TestDatabase database = TestDatabase.shared();

    @BeforeEach
    void createTable() {
        database.run("drop table if exists cancelled; create table cancelled (id int primary key)");
    }

    @Test
    void aNewConnectionIsCancelledAnywhereWhileItIsMade() {
        try (TcpProxy proxy = database.proxy(Duration.ofMillis(20))) {
            for (int millis = 0; millis <= 160; millis += 10) {
                try (TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
                    pool.transaction(pool.update("select 1"))
                            .takeUntilOther(Mono.delay(Duration.ofMillis(millis)))
                            .block(TestPool.PATIENCE);
                    pool.assertClean();
                }
            }
        }
    }

    /** The pool itself lost its only place in one of about 1,000 such rounds. */
    @Test
    void aCancelThatMeetsTheStartOfAnAllocationCostsNoPlace() {
        for (int round = 0; round < 150; round++) {
            try (TestPool pool = TestPool.ofOne()) {
                Flux.from(pool.transaction(pool.update("select 1")))
                        .takeUntilOther(Mono.delay(Duration.ofNanos(round * 7919L % 1_500_000L)))
                        .blockLast(TestPool.PATIENCE);
                assertThat(pool.values("select 1", Integer.class).blockLast(TestPool.PATIENCE))
                        .isOne();
            }
        }
    }

    /** {@code next()} around a {@code concatMap} cancels what has cancelled itself already. */
    @Test
    void aSecondCancelKeepsTheConnection() {
        try (TestPool pool = TestPool.ofOne()) {
            int before = pid(pool);
            for (int round = 0; round < 20; round++) {
                Flux.just(1)
                        .concatMap(each -> pool.values("select generate_series(1, 1000)", Integer.class)
                                .next())
                        .next()
                        .block(TestPool.PATIENCE);
            }
            assertThat(pid(pool)).isEqualTo(before);
            pool.assertClean();
        }
    }

    private static int pid(TestPool pool) {
        return pool.values("select pg_backend_pid()", Integer.class).blockLast(TestPool.PATIENCE);
    }

    @Test
    void aTransactionThatSqlOfTheCallerBeganEndsWithTheConnectionsReturn() {
        try (TestPool pool = TestPool.ofOne()) {
            pool.update("begin").then(pool.insert("cancelled", 1)).block(TestPool.PATIENCE);
            assertThat(database.value("select count(*) from cancelled", Long.class))
                    .isOne();
            pool.assertClean();
        }
    }

    @Test
    void aRunningStatementIsStoppedOnTheServer() {
        try (TestPool pool = TestPool.ofOne()) {
            Disposable running =
                    pool.values("select pg_sleep(60)::text", String.class).subscribe();
            awaitSleeping(1);
            running.dispose();
            pool.values("select 1", Integer.class).blockLast(TestPool.PATIENCE);
            awaitSleeping(0);
            pool.assertClean();
        }
    }

    @Test
    void aRunningStatementOfATransactionIsStoppedOnTheServer() {
        try (TestPool pool = TestPool.ofOne()) {
            Disposable running = pool.transaction(pool.insert("cancelled", 1)
                            .thenMany(pool.values("select pg_sleep(60)::text", String.class)))
                    .subscribe();
            awaitSleeping(1);
            running.dispose();
            pool.values("select 1", Integer.class).blockLast(TestPool.PATIENCE);
            awaitSleeping(0);
            pool.assertClean();
            assertThat(pool.events()).containsExactly("began BEGIN", "rolled back");
        }
    }

    @Test
    void aLargeResultIsStoppedOnTheServer() {
        try (TestPool pool = TestPool.ofOne()) {
            pool.values("select generate_series(1, 1000000000)", Integer.class)
                    .take(1)
                    .blockLast(TestPool.PATIENCE);
            pool.values("select 1", Integer.class).blockLast(TestPool.PATIENCE);
            pool.assertClean();
        }
    }

    @Test
    void theFirstRowIsTakenWithoutCancellingOnTheServer() {
        try (TestPool pool = TestPool.ofOne()) {
            for (int i = 0; i < 200; i++) {
                pool.values("select generate_series(1, 10)", Integer.class)
                        .next()
                        .block(TestPool.PATIENCE);
            }
            pool.assertClean();
            assertThat(pool.figures().allocatedSize()).isOne();
        }
    }

    @Test
    void aCancelledPartLeavesTheTransactionAlive() {
        try (TestPool pool = TestPool.ofOne()) {
            pool.transaction(pool.insert("cancelled", 1)
                            .then(pool.values("select generate_series(1, 5000)", Integer.class)
                                    .next())
                            .then(pool.values("select pg_sleep(0.2)::text", String.class)
                                    .next()
                                    .timeout(Duration.ofMillis(50), Mono.just("late")))
                            .then(pool.insert("cancelled", 2)))
                    .block(TestPool.PATIENCE);
            assertThat(database.value("select count(*) from cancelled", Long.class))
                    .isEqualTo(2);
            pool.assertClean();
        }
    }

    @Test
    void aStatementThatWaitsForItsTurnLeavesTheQueue() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> impatient = pool.insert("cancelled", 1).timeout(Duration.ofMillis(50), Mono.just(-1L));
            pool.transaction(Mono.zip(
                            pool.values("select pg_sleep(0.3)::text", String.class)
                                    .single(),
                            impatient,
                            pool.insert("cancelled", 2)))
                    .block(TestPool.PATIENCE);
            assertThat(database.rows("select id from cancelled", Integer.class)).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void aWaitForAConnectionIsCancelled() {
        try (TestPool pool = TestPool.ofOne()) {
            Connection only = pool.pool().create().block(TestPool.PATIENCE);
            pool.transaction(pool.insert("cancelled", 1))
                    .timeout(Duration.ofMillis(50), Mono.just(0L))
                    .block(TestPool.PATIENCE);
            Mono.from(only.close()).block(TestPool.PATIENCE);
            pool.assertClean();
            assertThat(pool.events()).isEmpty();
        }
    }

    @Test
    void thousandsOfRandomCancelsUnderLoadLeaveNothingBehind() {
        try (TestPool pool = TestPool.of("maxSize=4&maxAcquireTime=PT30S")) {
            AtomicInteger next = new AtomicInteger();
            Flux.fromStream(IntStream.range(0, 1000).boxed())
                    .flatMap(
                            i -> pool.transaction(Mono.defer(() -> pool.insert("cancelled", next.incrementAndGet()))
                                            .then(pool.values("select generate_series(1, 50)", Integer.class)
                                                    .concatMap(row -> Mono.just(row))
                                                    .count()))
                                    .takeUntilOther(Mono.delay(Duration.ofNanos((i * 7919L) % 6_000_000L))),
                            32)
                    .blockLast(Duration.ofSeconds(60));
            pool.assertClean();
            long committed = pool.events().stream().filter("committed"::equals).count();
            assertThat(database.value("select count(*) from cancelled", Long.class))
                    .isEqualTo(committed);
        }
    }

    private void awaitSleeping(long sessions) {
        TestDatabase.await(
                sessions + " sessions sleep",
                () -> database.value(
                                "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and state = 'active'",
                                Long.class)
                        == sessions);
    }
}
