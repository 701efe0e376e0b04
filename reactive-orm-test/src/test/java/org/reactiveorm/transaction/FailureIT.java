package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactiveorm.test.fault.TcpProxy;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The server, the network or the pool fails in each phase of a transaction. */
@Timeout(60)
class FailureIT {

    private final TestDatabase database = TestDatabase.shared();

    @BeforeEach
    void createTables() {
        database.run("drop table if exists child, failing");
        database.run("create table failing (id int primary key)");
        database.run(
                "create table child (id int primary key, failing_id int references failing deferrable initially deferred)");
    }

    private long stored() {
        return database.value("select count(*) from failing", Long.class);
    }

    /** Kills the session of the code under test that runs in the subscriber's transaction. */
    private Mono<Long> kill(TestPool pool) {
        return pool.values("select pg_backend_pid()", Integer.class)
                .single()
                .publishOn(Schedulers.boundedElastic())
                .map(pid -> {
                    database.run("select pg_terminate_backend(" + pid + ")");
                    TestDatabase.await(
                            "the session is gone",
                            () -> database.value("select count(*) from pg_stat_activity where pid = " + pid, Long.class)
                                    == 0);
                    return 1L;
                });
    }

    @Test
    void aBackendThatIsKilledBetweenStatementsIsALostConnection() {
        try (TestPool pool = TestPool.ofOne()) {
            pool.transaction(pool.insert("failing", 1).then(kill(pool)).then(pool.insert("failing", 2)))
                    .onErrorMap(error -> DatabaseErrors.translate(error, ErrorSubject.unknown()))
                    .as(StepVerifier::create)
                    .verifyError(ConnectionLostException.class);
            pool.assertClean();
            assertThat(stored()).isZero();
            assertThat(pool.events()).hasSize(2).element(1).asString().startsWith("rolled back");
        }
    }

    @Test
    void aBackendThatIsKilledBeforeCommitIsSaidSo() {
        try (TestPool pool = TestPool.ofOne()) {
            pool.transaction(pool.insert("failing", 1).then(kill(pool)))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfAny(ConnectionLostException.class, CommitOutcomeUnknownException.class));
            pool.assertClean();
            assertThat(stored()).isZero();
        }
    }

    @Test
    void aBackendThatIsKilledWhileAStatementRunsIsALostConnection() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<String> sleeping =
                    pool.values("select pg_sleep(60)::text", String.class).single();
            Mono<Void> killer = Mono.<Void>fromRunnable(() -> {
                        TestDatabase.await("it sleeps", () -> sleepers() == 1);
                        database.run(
                                "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'");
                    })
                    .subscribeOn(Schedulers.boundedElastic());
            Mono.zip(pool.transaction(pool.insert("failing", 1).then(sleeping)), killer.thenReturn(1))
                    .onErrorMap(error -> DatabaseErrors.translate(error, ErrorSubject.unknown()))
                    .as(StepVerifier::create)
                    .verifyError(ConnectionLostException.class);
            pool.assertClean();
            assertThat(stored()).isZero();
        }
    }

    @Test
    void aSessionThatTheServerEndsCostsNoStatementButItsOwn() {
        try (TestPool pool = TestPool.ofOne()) {
            for (int i = 0; i < 20; i++) {
                pool.update("select pg_terminate_backend(pg_backend_pid())::text")
                        .onErrorMap(error -> DatabaseErrors.translate(error, ErrorSubject.unknown()))
                        .as(StepVerifier::create)
                        .verifyError(ConnectionLostException.class);
                pool.values("select 1", Integer.class)
                        .as(StepVerifier::create)
                        .expectNext(1)
                        .verifyComplete();
            }
            pool.assertClean();
        }
    }

    @Test
    void aCancelledStatementWhoseSessionTheServerEndsCostsNoOther() {
        try (TestPool pool = TestPool.ofOne()) {
            for (int i = 0; i < 20; i++) {
                String text = "select 'row' union all select pg_terminate_backend(pg_backend_pid())::text";
                assertThat(pool.values(text, String.class).next().block(TestPool.PATIENCE))
                        .isEqualTo("row");
                pool.values("select 1", Integer.class)
                        .as(StepVerifier::create)
                        .expectNext(1)
                        .verifyComplete();
            }
            pool.assertClean();
        }
    }

    @Test
    void anErrorThatLeavesTheSessionAliveKeepsTheConnection() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Integer> session =
                    pool.values("select pg_backend_pid()", Integer.class).single();
            Integer before = session.block(TestPool.PATIENCE);
            pool.update("do $$ begin raise exception using errcode = '08001', message = 'elsewhere'; end $$")
                    .onErrorMap(error -> DatabaseErrors.translate(error, ErrorSubject.unknown()))
                    .as(StepVerifier::create)
                    .verifyError(ConnectionLostException.class);
            assertThat(session.block(TestPool.PATIENCE)).isEqualTo(before);
            pool.assertClean();
        }
    }

    @Test
    void aStatementThatTheDriverDoesNotTakeIsAnInvalidQuery() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Integer> swallowed = pool.transactions()
                    .statement(connection -> Flux.from(connection
                                    .createStatement("select 1 -- $1")
                                    .bind(0, 1)
                                    .execute())
                            .thenMany(Flux.just(1)));
            for (Flux<Integer> statement : List.of(swallowed, pool.transaction(swallowed))) {
                statement
                        .as(StepVerifier::create)
                        .verifyErrorSatisfies(error -> assertThat(error)
                                .isInstanceOf(InvalidQueryException.class)
                                .hasMessageContaining("The driver does not take the statement")
                                .hasCauseInstanceOf(IndexOutOfBoundsException.class));
            }
            pool.assertClean();
        }
    }

    private long sleepers() {
        return database.value("select count(*) from pg_stat_activity where wait_event = 'PgSleep'", Long.class);
    }

    @Test
    void aLineThatBreaksBeforeCommitArrivesLeavesTheOutcomeUnknown() {
        assertThat(commitOverABrokenLine(proxy -> proxy.lines().cutBefore("COMMIT")))
                .isZero();
    }

    @Test
    void aLineThatBreaksBeforeCommitIsAnsweredLeavesTheOutcomeUnknown() {
        assertThat(commitOverABrokenLine(proxy -> proxy.lines().cutAfter("COMMIT")))
                .isOne();
    }

    private long commitOverABrokenLine(java.util.function.Consumer<TcpProxy> fault) {
        try (TcpProxy proxy = database.proxy(Duration.ZERO);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
            fault.accept(proxy);
            pool.transaction(pool.insert("failing", 1))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(CommitOutcomeUnknownException.class)
                            .hasMessageContaining("may or may not be committed"));
            assertThat(pool.events()).containsExactly("began BEGIN", "outcome unknown");
            pool.assertClean();
            return stored();
        }
    }

    @Test
    void aRollbackThatFailsDoesNotHideTheErrorAndCostsTheConnection() {
        try (TcpProxy proxy = database.proxy(Duration.ZERO);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
            proxy.lines().cutBefore("ROLLBACK");
            pool.transaction(pool.insert("failing", 1).then(Mono.error(new IllegalStateException("mine"))))
                    .as(StepVerifier::create)
                    .verifyErrorMessage("mine");
            pool.assertClean();
            assertThat(stored()).isZero();
        }
    }

    @Test
    void aServerThatFallsSilentCostsTheConnectionAfterADeadline() {
        try (TcpProxy proxy = database.proxy(Duration.ZERO);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1&maxAcquireTime=PT20S")) {
            pool.update("select 1").block(TestPool.PATIENCE);
            proxy.lines().blackHole();
            Disposable running = pool.transaction(pool.insert("failing", 1)).subscribe();
            assertThat(pool.figures().acquiredSize()).isOne();
            running.dispose();
            TestDatabase.await("the permit is back", () -> pool.figures().acquiredSize() == 0);
            proxy.lines().heal();
            pool.assertClean();
            assertThat(stored()).isZero();
        }
    }

    @Test
    void aDeferredConstraintFailsAtCommit() {
        try (TestPool pool = TestPool.ofOne()) {
            pool.transaction(pool.update("insert into child values (1, 99)"))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(ForeignKeyViolationException.class)
                            .hasMessageContaining("child_failing_id_fkey"));
            pool.assertClean();
            assertThat(pool.events()).hasSize(2).element(1).asString().startsWith("rolled back");
        }
    }

    @Test
    void aConflictAtCommitIsATransactionConflict() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            TransactionOptions serializable = TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);
            AtomicInteger next = new AtomicInteger();
            Mono<Long> skewed = pool.transactions()
                    .execute(
                            serializable,
                            pool.values("select count(*) from failing", Long.class)
                                    .single()
                                    .delayElement(Duration.ofMillis(100))
                                    .flatMap(count -> pool.insert("failing", next.incrementAndGet())));
            Flux.mergeDelayError(2, skewed, skewed)
                    .onErrorMap(error -> DatabaseErrors.translate(error, ErrorSubject.unknown()))
                    .as(StepVerifier::create)
                    .expectNext(1L)
                    .verifyError(TransactionConflictException.class);
            pool.assertClean();
            assertThat(stored()).isOne();
        }
    }

    @Test
    void aPoolThatStaysEmptySaysSoWithItsFigures() {
        try (TestPool pool = TestPool.of("maxSize=1&maxAcquireTime=PT0.2S")) {
            Connection only = pool.pool().create().block(TestPool.PATIENCE);
            pool.transaction(pool.insert("failing", 1))
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(PoolExhaustedException.class)
                            .hasMessageContaining("acquired 1, idle 0, pending 0, max 1"))
                    .verify(Duration.ofSeconds(2));
            Mono.from(only.close()).block(TestPool.PATIENCE);
            pool.assertClean();
        }
    }

    @Test
    void thoseWhoWaitedTooLongLeaveThePoolWhole() {
        try (TestPool pool = TestPool.of("maxSize=2&maxAcquireTime=PT0.2S")) {
            List<Connection> all = Flux.range(0, 2)
                    .flatMap(i -> pool.pool().create())
                    .collectList()
                    .block(TestPool.PATIENCE);
            Flux.range(0, 50)
                    .flatMap(i -> pool.values("select 1", Integer.class).materialize(), 50)
                    .as(StepVerifier::create)
                    .thenConsumeWhile(signal -> signal.getThrowable() instanceof PoolExhaustedException)
                    .expectComplete()
                    .verify(TestPool.PATIENCE);
            Flux.fromIterable(all).flatMap(Connection::close).blockLast(TestPool.PATIENCE);
            pool.assertClean();
        }
    }

    @Test
    void theTimeToWaitIsNotTheTimeToRun() {
        try (TestPool pool = TestPool.of("maxSize=1&maxAcquireTime=PT0.2S")) {
            pool.values("select 1 from pg_sleep(0.5)", Integer.class)
                    .as(StepVerifier::create)
                    .expectNext(1)
                    .verifyComplete();
            pool.assertClean();
        }
    }

    @Test
    void aRestartBehindAnIdlePoolCostsNoRequest() {
        try (TestPool pool = TestPool.of("maxSize=10&applicationName=restarted")) {
            List<Connection> sessions = Flux.range(0, 10)
                    .flatMap(i -> pool.pool().create())
                    .collectList()
                    .block(TestPool.PATIENCE);
            Flux.fromIterable(sessions).flatMap(Connection::close).blockLast(TestPool.PATIENCE);
            assertThat(pool.figures().idleSize()).isEqualTo(10);
            database.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'restarted'");
            TestDatabase.await(
                    "the driver has noticed",
                    () -> sessions.stream()
                            .noneMatch(session -> Boolean.TRUE.equals(Mono.from(session.validate(ValidationDepth.LOCAL))
                                    .block())));
            assertThat(requests(pool, 10)).hasSize(10);
            pool.assertClean();
        }
    }

    private static List<String> requests(TestPool pool, int count) {
        return Flux.range(0, count)
                .flatMap(i -> pool.values("select pg_sleep(0.2)::text", String.class), count)
                .collectList()
                .block(TestPool.PATIENCE);
    }

    @Test
    void aProviderThatThrowsOrAnswersNothingIsAnError() {
        for (Supplier<Mono<Connection>> broken : List.<Supplier<Mono<Connection>>>of(Mono::empty, () -> {
            throw new IllegalStateException("broken");
        })) {
            Transactions transactions = new Transactions(
                    new ConnectionProvider() {
                        @Override
                        public Mono<Connection> acquire() {
                            return broken.get();
                        }

                        @Override
                        public Mono<Void> release(Connection connection) {
                            return Mono.from(connection.close());
                        }

                        @Override
                        public Mono<Void> discard(Connection connection) {
                            return Mono.from(connection.close());
                        }
                    },
                    TransactionListener.none());
            Flux<Integer> statement =
                    transactions.statement(connection -> TestDatabase.values(connection, "select 1", Integer.class));
            StepVerifier.create(statement).expectError().verify(TestPool.PATIENCE);
            StepVerifier.create(transactions.execute(TransactionOptions.defaults(), statement))
                    .expectError()
                    .verify(TestPool.PATIENCE);
        }
    }
}
