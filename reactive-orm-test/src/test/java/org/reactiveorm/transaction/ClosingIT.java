package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.UniqueViolationException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The end of a service while it works. */
@Timeout(60)
class ClosingIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.shared();
    private final ConnectionPool pool = ConnectionPools.connect(database.url("maxSize=3&applicationName=closing"));

    @BeforeEach
    void createTable() {
        database.run("drop table if exists closing");
        database.run("create table closing (id int primary key)");
    }

    @AfterEach
    void closePool() {
        pool.close().block(TestPool.PATIENCE);
    }

    private ReactiveOrm closingWithin(Duration patience) {
        return ReactiveOrm.builder(pool)
                .closingConnections()
                .closingWithin(patience)
                .build();
    }

    private static Mono<Long> insert(ReactiveOrm orm, int id) {
        return orm.sql("insert into closing values (:id)").bind("id", id).execute();
    }

    private static void assertRefuses(ReactiveOrm orm) {
        insert(orm, 99)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageStartingWith("The ReactiveOrm has been closed"))
                .verify(TestPool.PATIENCE);
    }

    private long sessions() {
        return database.value("select count(*) from pg_stat_activity where application_name = 'closing'", Long.class);
    }

    private long stored() {
        return database.value("select count(*) from closing", Long.class);
    }

    @Test
    void aTransactionThatRunsGoesOnAndAnotherIsRefused() {
        ReactiveOrm orm = closingWithin(LONG);
        Sinks.Empty<Void> elsewhere = Sinks.empty();
        Sinks.Empty<Void> half = Sinks.empty();
        CompletableFuture<Long> running = orm.transaction(insert(orm, 1)
                        .doOnNext(done -> half.tryEmitEmpty())
                        .then(elsewhere.asMono())
                        .then(insert(orm, 2)))
                .toFuture();
        half.asMono().block(TestPool.PATIENCE);

        CompletableFuture<Void> closed = orm.close().toFuture();
        assertRefuses(orm);
        orm.transaction(insert(orm, 3))
                .as(StepVerifier::create)
                .expectError(ConnectionLostException.class)
                .verify(TestPool.PATIENCE);
        assertThat(closed).isNotDone();

        elsewhere.tryEmitEmpty();
        assertThat(Mono.fromFuture(running).block(TestPool.PATIENCE)).isOne();
        Mono.fromFuture(closed).block(TestPool.PATIENCE);
        assertThat(stored()).isEqualTo(2);
        TestDatabase.await("all sessions have ended", () -> sessions() == 0);
    }

    @Test
    void whatIsToBeDoneAfterATransactionBelongsToIt() {
        ReactiveOrm orm = closingWithin(LONG);
        Sinks.Empty<Void> begun = Sinks.empty();
        Sinks.Empty<Void> elsewhere = Sinks.empty();
        Mono<Long> afterwards = orm.transaction(insert(orm, 2).then(insert(orm, 3)));
        CompletableFuture<Long> committed = orm.transaction(orm.currentTransaction()
                        .afterCommit(afterwards)
                        .then(insert(orm, 1).delayUntil(done -> {
                            begun.tryEmitEmpty();
                            return elsewhere.asMono();
                        })))
                .toFuture();
        CompletableFuture<Long> undone = orm.transaction(orm.currentTransaction()
                        .afterRollback(insert(orm, 4).delayUntil(done -> insert(orm, 5)))
                        .then(insert(orm, 6))
                        .then(elsewhere.asMono())
                        .then(insert(orm, 1)))
                .toFuture();
        begun.asMono().block(TestPool.PATIENCE);
        TestDatabase.await("both have begun", () -> sessionsInTransaction() == 2);
        CompletableFuture<Void> closed = orm.close().toFuture();
        assertRefuses(orm);
        elsewhere.tryEmitEmpty();
        assertThat(Mono.fromFuture(committed).block(TestPool.PATIENCE)).isOne();
        assertThatThrownBy(() -> Mono.fromFuture(undone).block(TestPool.PATIENCE))
                .isInstanceOf(UniqueViolationException.class);
        Mono.fromFuture(closed).block(TestPool.PATIENCE);
        assertThat(database.rows("select id from closing order by id", Integer.class))
                .containsExactly(1, 2, 3, 4, 5);
        TestDatabase.await("all sessions have ended", () -> sessions() == 0);
    }

    private long sessionsInTransaction() {
        return database.value(
                "select count(*) from pg_stat_activity where application_name = 'closing' and state = 'idle in transaction'",
                Long.class);
    }

    @Test
    void whatRunsTooLongIsStoppedOnTheServer() {
        ReactiveOrm orm = closingWithin(Duration.ofMillis(300));
        CompletableFuture<Long> asleep = orm.transaction(insert(orm, 1)
                        .then(orm.sql("select 1 from pg_sleep(600)").execute()))
                .toFuture();
        TestDatabase.await("it sleeps", () -> sleepers() == 1);
        orm.close().as(StepVerifier::create).expectComplete().verify(TestPool.PATIENCE);
        Mono.fromFuture(asleep)
                .as(StepVerifier::create)
                .expectError(ConnectionLostException.class)
                .verify(TestPool.PATIENCE);
        TestDatabase.await("the server has stopped", () -> sleepers() == 0 && sessions() == 0);
        assertThat(stored()).isZero();
        assertThat(pool.isDisposed()).isTrue();
    }

    private long sleepers() {
        return database.value(
                "select count(*) from pg_stat_activity where application_name = 'closing' and wait_event = 'PgSleep'",
                Long.class);
    }

    @Test
    void whoComesByTheConnectionOfWhatWasStoppedIsStoppedToo() {
        ConnectionPool one = ConnectionPools.connect(database.url("maxSize=1&applicationName=closing"));
        ReactiveOrm orm = ReactiveOrm.builder(one)
                .closingConnections()
                .closingWithin(Duration.ofMillis(300))
                .build();
        Mono<Long> sleep =
                orm.transaction(orm.sql("select 1 from pg_sleep(600)").execute());
        CompletableFuture<Long> asleep = sleep.toFuture();
        TestDatabase.await("it sleeps", () -> sleepers() == 1);
        CompletableFuture<Long> waiting = sleep.toFuture();
        orm.close().as(StepVerifier::create).expectComplete().verify(TestPool.PATIENCE);
        for (CompletableFuture<Long> each : List.of(asleep, waiting)) {
            Mono.fromFuture(each)
                    .as(StepVerifier::create)
                    .expectError(ConnectionLostException.class)
                    .verify(TestPool.PATIENCE);
        }
        TestDatabase.await("the server has stopped", () -> sleepers() == 0 && sessions() == 0);
    }

    @Test
    void aTransactionThatNeverEndsLosesItsConnection() {
        ReactiveOrm orm = closingWithin(Duration.ofMillis(100));
        Sinks.Empty<Void> half = Sinks.empty();
        orm.transaction(insert(orm, 1).doOnNext(done -> half.tryEmitEmpty()).then(Mono.never()))
                .subscribe();
        half.asMono().block(TestPool.PATIENCE);
        orm.close().as(StepVerifier::create).expectComplete().verify(TestPool.PATIENCE);
        TestDatabase.await("the server has rolled back", () -> sessions() == 0);
        assertThat(stored()).isZero();
    }

    @Test
    void whoWaitsForAConnectionStillGetsOne() {
        ReactiveOrm orm = closingWithin(LONG);
        Connection[] all = Mono.zip(pool.create(), pool.create(), pool.create())
                .map(three -> new Connection[] {three.getT1(), three.getT2(), three.getT3()})
                .block(TestPool.PATIENCE);
        CompletableFuture<Long> waiting = insert(orm, 1).toFuture();
        CompletableFuture<Void> closed = orm.close().toFuture();
        Mono.from(all[0].close()).block(TestPool.PATIENCE);
        assertThat(Mono.fromFuture(waiting).block(TestPool.PATIENCE)).isOne();
        Mono.fromFuture(closed).block(TestPool.PATIENCE);
        Flux.just(all[1], all[2]).flatMap(Connection::close).blockLast(TestPool.PATIENCE);
        TestDatabase.await("all sessions have ended", () -> sessions() == 0);
    }

    @Test
    void closingAgainHasTheSameEndAndACancelDoesNotStopIt() {
        ReactiveOrm orm = closingWithin(LONG);
        Sinks.Empty<Void> elsewhere = Sinks.empty();
        Sinks.Empty<Void> half = Sinks.empty();
        CompletableFuture<Long> running = orm.transaction(insert(orm, 1)
                        .doOnNext(done -> half.tryEmitEmpty())
                        .then(elsewhere.asMono())
                        .thenReturn(1L))
                .toFuture();
        half.asMono().block(TestPool.PATIENCE);
        orm.close().subscribe().dispose();
        CompletableFuture<Void> again = orm.close().toFuture();
        assertThat(again).isNotDone();
        assertRefuses(orm);
        elsewhere.tryEmitEmpty();
        assertThat(Mono.fromFuture(running).block(TestPool.PATIENCE)).isOne();
        Mono.fromFuture(again).block(TestPool.PATIENCE);
        orm.close().as(StepVerifier::create).expectComplete().verify(TestPool.PATIENCE);
        assertThat(pool.isDisposed()).isTrue();
    }

    @Test
    void theFactoryOfTheCallerStaysOpen() {
        ReactiveOrm orm = ReactiveOrm.create(pool);
        assertThat(insert(orm, 1).block(TestPool.PATIENCE)).isOne();
        orm.close().as(StepVerifier::create).expectComplete().verify(TestPool.PATIENCE);
        assertRefuses(orm);
        assertThat(insert(ReactiveOrm.create(pool), 2).block(TestPool.PATIENCE)).isOne();
    }

    @Test
    void errorsAndCancelsLeaveNothingToWaitFor() {
        ReactiveOrm orm = closingWithin(LONG);
        insert(orm, 1).then(insert(orm, 1)).onErrorComplete().block(TestPool.PATIENCE);
        for (int i = 0; i < 50; i++) {
            orm.sql("select 1 from pg_sleep(0.01)")
                    .execute()
                    .timeout(Duration.ofMillis(i % 12), Mono.empty())
                    .block(TestPool.PATIENCE);
        }
        orm.close().as(StepVerifier::create).expectComplete().verify(TestPool.PATIENCE);
    }

    @Test
    void whoeverComesWhileItClosesIsServedOrRefused() {
        for (int round = 0; round < 20; round++) {
            ConnectionPool own = ConnectionPools.connect(database.url("maxSize=3&applicationName=closing"));
            ReactiveOrm orm = ReactiveOrm.builder(own)
                    .closingConnections()
                    .closingWithin(LONG)
                    .build();
            Mono<Void> closed = Mono.delay(Duration.ofMillis(round)).then(Mono.defer(orm::close));
            Flux<Long> work = Flux.range(0, 300)
                    .flatMap(
                            i -> orm.transaction(orm.sql("select 1 from pg_sleep(0.001)")
                                            .execute())
                                    .subscribeOn(Schedulers.parallel())
                                    .timeout(Duration.ofMillis(10 + i % 10), Mono.just(0L))
                                    .onErrorReturn(ConnectionLostException.class, -1L),
                            32);
            Mono.when(closed, work).as(StepVerifier::create).expectComplete().verify(TestPool.PATIENCE);
            assertThat(own.isDisposed()).isTrue();
            TestDatabase.await("all sessions have ended", () -> sessions() == 0);
        }
    }

    @Test
    void theTimeToCloseIsNotNegative() {
        assertThatThrownBy(() -> closingWithin(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Give zero or more");
    }
}
