package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.test.fault.TcpProxy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams over a network that takes its time, and cancels of them wherever they are. */
@Timeout(120)
class CursorIT {

    private static final Duration ROUND_TRIP = Duration.ofMillis(50);

    private final TestDatabase database = TestDatabase.shared();

    @BeforeEach
    void createTable() {
        database.run("drop table if exists streamed; create table streamed (id int primary key)");
    }

    /** One to twenty in windows of seven. */
    private static Flux<Integer> stream(TestPool pool) {
        return new Executor(pool.transactions(), StatementListener.none())
                .stream(
                        new Sql(
                                "select n from generate_series(1, $1) n",
                                List.of(new Sql.Parameter(20, Integer.class)),
                                List.of()),
                        new Windows<>(7, row -> row.getInt(0), Mono::just));
    }

    @Test
    void beginTravelsWithTheDeclarationAndTheEndOfTheTransactionClosesTheCursor() {
        try (TcpProxy proxy = database.proxy(ROUND_TRIP);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
            pool.update("select 1").block(TestPool.PATIENCE);
            proxy.roundTrips();
            assertThat(stream(pool).collectList().block(TestPool.PATIENCE))
                    .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
            assertThat(proxy.roundTrips()).as("DECLARE, three windows, COMMIT").isEqualTo(5);
            assertThat(pool.events())
                    .containsExactly("began BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "committed");
            pool.assertClean();
        }
    }

    @Test
    void aTransactionGoesOnWhereverItsStreamIsCancelled() {
        try (TcpProxy proxy = database.proxy(ROUND_TRIP);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
            int cancels = 0;
            for (int millis = 0; millis <= 290; millis += 28) {
                int id = cancels++;
                Mono<Void> cancelled = stream(pool)
                        .takeUntilOther(Mono.delay(Duration.ofMillis(millis)))
                        .then();
                List<Long> open = pool.transaction(cancelled
                                .then(pool.insert("streamed", id))
                                .thenMany(pool.values("select count(*) from pg_cursors", Long.class)))
                        .collectList()
                        .block(TestPool.PATIENCE);
                assertThat(open).containsExactly(0L);
                pool.assertClean();
            }
            assertThat(database.value("select count(*) from streamed", Integer.class))
                    .isEqualTo(cancels);
        }
    }

    @Test
    void thousandsOfRandomCancelsUnderLoadLeaveNothingBehind() {
        try (TestPool pool = TestPool.of("maxSize=4&maxAcquireTime=PT30S")) {
            Flux.range(0, 2000).flatMap(i -> cancelledOrNot(pool, i), 32).blockLast(Duration.ofSeconds(60));
            pool.assertClean();
            assertThat(database.value("select count(*) from streamed", Integer.class))
                    .isEqualTo(1000);
        }
    }

    /** Every other one in a transaction, which has to be committed whatever becomes of the stream. */
    private static Flux<Long> cancelledOrNot(TestPool pool, int i) {
        Mono<Long> rows = stream(pool)
                .takeUntilOther(Mono.delay(Duration.ofNanos(i * 7919L % 6_000_000L)))
                .count();
        return i % 2 == 0
                ? rows.flux()
                : pool.transaction(rows.then(pool.insert("streamed", i)).flux());
    }
}
