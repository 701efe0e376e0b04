package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.DeadlineExceededException.Deadline;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactiveorm.test.fault.Lines;
import org.reactiveorm.test.fault.TcpProxy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.test.StepVerifier;

/** Limits that hold for all that has none of its own, on a line that answers; {@code SilentNetworkIT} has those that do not. */
@Timeout(60)
class DefaultLimitsIT {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static ReactiveOrm orm(
            TestPool pool, @Nullable Duration transaction, @Nullable Duration statement, @Nullable Duration lock) {
        return ReactiveOrm.builder(pool.pool())
                .limits(new TimeLimits(transaction, statement, lock))
                .build();
    }

    private static Mono<Integer> sleep(ReactiveOrm orm, String seconds) {
        return orm.sql("select 1 from pg_sleep(" + seconds + ")")
                .map(row -> row.get(0, Integer.class))
                .one();
    }

    private static Predicate<Throwable> isLate(Deadline deadline) {
        return error -> error instanceof DeadlineExceededException late && late.deadline() == deadline;
    }

    private static void assertGoesOn(ReactiveOrm orm, TestPool pool) {
        assertThat(sleep(orm, "0").block(TestPool.PATIENCE)).isOne();
        pool.assertClean();
    }

    @Test
    void aStatementThatIsLateIsStoppedAndSaysWhichItWas() {
        try (TestPool pool = TestPool.ofOne()) {
            ReactiveOrm orm = orm(pool, null, SHORT, null);
            StepVerifier.create(sleep(orm, "60"))
                    .expectErrorSatisfies(error -> {
                        assertThat(error).matches(isLate(Deadline.STATEMENT));
                        assertThat(((DeadlineExceededException) error).context().sql())
                                .contains("pg_sleep(60)");
                    })
                    .verify(TestPool.PATIENCE);
            assertGoesOn(orm, pool);
        }
    }

    /** The request to stop one must not arrive while the next runs. */
    @Test
    void aStatementThatEndsAtItsLimitDoesNotTakeTheNextWithIt() {
        try (TestPool pool = TestPool.ofOne()) {
            ReactiveOrm late = orm(pool, null, Duration.ofMillis(20), null);
            ReactiveOrm patient = orm(pool, null, null, null);
            for (int i = 0; i < 100; i++) {
                Signal<Integer> end =
                        sleep(late, "0.0" + (16 + i % 5)).materialize().block(TestPool.PATIENCE);
                assertThat(end).isNotNull();
                assertThat(end.isOnNext() || isLate(Deadline.STATEMENT).test(end.getThrowable()))
                        .as("%s", end)
                        .isTrue();
                assertThat(sleep(patient, "0.005").block(TestPool.PATIENCE)).isOne();
            }
            pool.assertClean();
        }
    }

    /** It takes a line of its own. */
    @Test
    void aRequestToStopThatOvertakesItsStatementIsSentAgain() {
        try (TcpProxy proxy = TestDatabase.shared().proxy(Duration.ZERO);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
            Lines slow = proxy.nextLine();
            ReactiveOrm orm = orm(pool, null, SHORT, null);
            assertThat(sleep(orm, "0").block(TestPool.PATIENCE)).isOne();
            slow.upstream().delay(SHORT.multipliedBy(3));
            StepVerifier.create(sleep(orm, "60"))
                    .expectErrorMatches(isLate(Deadline.STATEMENT))
                    .verify(TestPool.PATIENCE);
            StepVerifier.create(sleep(ReactiveOrm.create(pool.pool()), "60").timeout(SHORT, Mono.just(0)))
                    .expectNext(0)
                    .expectComplete()
                    .verify(TestPool.PATIENCE);
            slow.heal();
            pool.assertClean();
        }
    }

    @Test
    void theTimeOfASlowSubscriberIsItsOwn() {
        try (TestPool pool = TestPool.ofOne()) {
            ReactiveOrm orm = orm(pool, null, SHORT, null);
            Flux<Integer> rows = orm.sql("select generate_series(1, 5000)")
                    .map(row -> row.get(0, Integer.class))
                    .all();
            StepVerifier.create(rows.limitRate(50)
                            .window(500)
                            .concatMap(window -> window.count().delayElement(SHORT.dividedBy(2)), 0)
                            .reduce(Long::sum))
                    .expectNext(5_000L)
                    .expectComplete()
                    .verify(TestPool.PATIENCE);
            assertGoesOn(orm, pool);
        }
    }

    @Test
    void aTransactionHasTheLimitsThatItsOptionsDoNotGive() {
        try (TestPool pool = TestPool.ofOne()) {
            ReactiveOrm orm = orm(pool, SHORT, null, null);
            StepVerifier.create(orm.transaction(sleep(orm, "60")))
                    .expectErrorMatches(isLate(Deadline.TRANSACTION))
                    .verify(TestPool.PATIENCE);
            StepVerifier.create(orm.transaction(TransactionOptions.defaults().withTimeout(LONG), sleep(orm, "0.5")))
                    .expectNext(1)
                    .expectComplete()
                    .verify(TestPool.PATIENCE);
            assertGoesOn(orm, pool);
        }
    }

    @Test
    void aStatementOfATransactionHasTheLimitThatTheOptionsDoNotGive() {
        try (TestPool pool = TestPool.ofOne()) {
            ReactiveOrm orm = orm(pool, null, SHORT, null);
            StepVerifier.create(orm.transaction(sleep(orm, "60")))
                    .expectErrorMatches(isLate(Deadline.STATEMENT))
                    .verify(TestPool.PATIENCE);
            StepVerifier.create(orm.transaction(
                            TransactionOptions.defaults().withStatementTimeout(LONG), sleep(orm, "0.5")))
                    .expectNext(1)
                    .expectComplete()
                    .verify(TestPool.PATIENCE);
            assertGoesOn(orm, pool);
        }
    }

    /** One of its own would be there until the limit of a transaction that ended long ago. */
    @Test
    void transactionsWithTheSameLimitShareATimer() {
        DefaultLimits limits = new DefaultLimits(TimeLimits.none());
        Function<Duration, Deadlines<?>> timer = limit -> limits.opening(
                        TransactionOptions.defaults().withStatementTimeout(limit), "", new Outside(this, null, null))
                .deadlines();
        assertThat(timer.apply(LONG)).isSameAs(timer.apply(LONG)).isNotNull();
        assertThat(timer.apply(LONG.minusNanos(1))).isSameAs(timer.apply(LONG));
        assertThat(timer.apply(LONG.plusMillis(1)).limit())
                .isEqualTo(LONG.plusSeconds(1).plus(Lease.DEADLINE));
    }

    @Test
    void waitsForLocksHaveTheirOwn() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            ReactiveOrm orm = orm(pool, null, LONG, Duration.ofMillis(50));
            Mono<Integer> locked = orm.sql("select 1 from pg_advisory_xact_lock(20)")
                    .map(row -> 1)
                    .one();
            Mono<Integer> second = Mono.defer(() -> orm.transaction(TransactionOptions.separate(), locked));
            StepVerifier.create(orm.transaction(locked.then(second)))
                    .expectErrorMatches(isLate(Deadline.LOCK))
                    .verify(TestPool.PATIENCE);
            assertGoesOn(orm, pool);
        }
    }

    @Test
    void aStreamHasNoLimitAsAWhole() {
        try (TestPool pool = TestPool.ofOne()) {
            ReactiveOrm orm = orm(pool, SHORT, SHORT, null);
            Transactions limited = new Transactions(
                    new Surroundings(
                            ConnectionProvider.of(pool.pool()),
                            TransactionListener.none(),
                            ErrorSubject.unknown(),
                            new TimeLimits(SHORT, SHORT, null)),
                    SessionVariables.none());
            Flux<Integer> rows = new Executor(limited, StatementListener.none())
                    .stream(
                            Sql.of("select generate_series(1, 10)"),
                            new Windows<>(2, row -> row.getInt(0), Mono::just));
            StepVerifier.create(rows.concatMap(row -> Mono.just(row).delayElement(SHORT.dividedBy(4)), 0))
                    .expectNextCount(10)
                    .expectComplete()
                    .verify(TestPool.PATIENCE);
            assertGoesOn(orm, pool);
        }
    }
}
