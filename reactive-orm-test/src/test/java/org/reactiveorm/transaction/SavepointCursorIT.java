package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Savepoints while a cursor of the transaction around them is open: they never wait for each other for ever. */
@Timeout(60)
class SavepointCursorIT {

    private static final IllegalStateException BOOM = new IllegalStateException("boom");
    private static final String THOUSAND = "select generate_series(1, 1000)";

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

    private static Flux<Integer> stream(TestPool pool, String query) {
        return new Executor(pool.transactions(), StatementListener.none())
                .stream(Sql.of(query), new Windows<>(7, row -> row.getInt(0), Mono::just));
    }

    private static Mono<Long> inserted(TestPool pool, Flux<Integer> ids) {
        return ids.concatMap(id -> pool.insert("nested", id)).count();
    }

    /** Runs it on the only connection there is and expects {@code total}; the next statement goes well, too. */
    private static void assertTotal(TestPool pool, Flux<Long> work, long total) {
        StepVerifier.create(pool.transaction(work.reduce(0L, Long::sum)
                        .flatMap(sum -> pool.values("select 1", Integer.class).then(Mono.just(sum)))))
                .expectNext(total)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
        pool.assertClean();
    }

    @Test
    void aSavepointForEachWindowOfAStream() {
        try (TestPool pool = TestPool.ofOne()) {
            assertTotal(
                    pool,
                    stream(pool, THOUSAND).window(300).concatMap(window -> savepoint(pool, inserted(pool, window))),
                    1_000);
            assertThat(stored()).hasSize(1_000);
        }
    }

    @Test
    void aSavepointAroundTheFirstGroupOfAStream() {
        try (TestPool pool = TestPool.ofOne()) {
            assertTotal(
                    pool,
                    stream(pool, "select generate_series(1, 100)")
                            .groupBy(id -> id % 2)
                            .flatMap(group ->
                                    group.key() == 0 ? inserted(pool, group) : savepoint(pool, inserted(pool, group))),
                    100);
        }
    }

    @Test
    void theRowsOfAWindowThatIsUndoneAreNotReadAgainNorSkipped() {
        try (TestPool pool = TestPool.ofOne()) {
            Function<Flux<Integer>, Mono<Long>> undone =
                    window -> savepoint(pool, inserted(pool, window).then(Mono.<Long>error(BOOM)))
                            .onErrorReturn(0L);
            Flux<Long> work = stream(pool, THOUSAND)
                    .window(100)
                    .index()
                    .concatMap(window -> window.getT1() % 2 == 0
                            ? undone.apply(window.getT2())
                            : savepoint(pool, inserted(pool, window.getT2())));
            assertTotal(pool, work, 500);
            assertThat(stored()).hasSize(500).allMatch(id -> (id - 1) / 100 % 2 == 1);
        }
    }

    /** The server refuses everything after the first conflict, which FETCH must not meet. */
    @Test
    void anErrorOfTheServerThatIsSwallowedWithinEndsTheSavepointNotTheStream() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Long> work = stream(pool, THOUSAND)
                    .window(300)
                    .concatMap(window -> savepoint(
                                    pool,
                                    window.concatMap(id -> pool.insert("nested", id == 310 ? 1 : id)
                                                    .onErrorReturn(0L))
                                            .reduce(0L, Long::sum))
                            .onErrorReturn(DatabaseException.class, 0L));
            assertTotal(pool, work, 700);
            assertThat(stored()).hasSize(700).noneMatch(id -> id > 300 && id <= 600);
        }
    }

    @Test
    void aSavepointWithinASavepointWaitsForTheStreamToo() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Long> work = stream(pool, THOUSAND)
                    .window(300)
                    .concatMap(window -> savepoint(
                            pool,
                            pool.values("select 1", Integer.class).then(savepoint(pool, inserted(pool, window)))));
            assertTotal(pool, work, 1_000);
        }
    }

    @Test
    void aStreamWithinASavepointHasSavepointsForItsWindows() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Long> work =
                    stream(pool, THOUSAND).window(300).concatMap(window -> savepoint(pool, inserted(pool, window)));
            assertTotal(pool, savepoint(pool, work.reduce(0L, Long::sum)).flux(), 1_000);
        }
    }

    @Test
    void anErrorOfTheStreamFailsTheSavepointThatWaitsForIt() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Long> work = stream(pool, "select 1 / (50 - id) from generate_series(1, 1000) as t (id)")
                    .index()
                    .map(row -> row.getT1().intValue())
                    .window(20)
                    .concatMap(window -> savepoint(pool, inserted(pool, window)));
            StepVerifier.create(pool.transaction(
                            work.onErrorResume(e -> Mono.empty()).then(pool.insert("nested", 5_000))))
                    .expectNext(1L)
                    .expectComplete()
                    .verify(Duration.ofSeconds(20));
            assertThat(stored()).hasSize(41).contains(39, 5_000).doesNotContain(40);
            pool.assertClean();
        }
    }

    @Test
    void readingForTheStreamIsNotStoppedWithTheSavepoint() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Integer> slow = stream(
                    pool,
                    "select id from generate_series(1, 21) as t (id), pg_sleep(case when id = 10 then 0.3 else 0 end)");
            Flux<Long> work = slow.window(20)
                    .concatMap(window -> savepoint(
                                    pool,
                                    pool.values("select 1", Integer.class)
                                            .thenMany(window)
                                            .count())
                            .timeout(Duration.ofMillis(100), Mono.just(0L)));
            StepVerifier.create(pool.transaction(work.count().then(pool.insert("nested", 1))))
                    .expectNext(1L)
                    .expectComplete()
                    .verify(Duration.ofSeconds(20));
            pool.assertClean();
        }
    }

    /** What a savepoint has written by its end is not there when its caller has been told otherwise. */
    @Test
    void aSavepointThatIsGivenUpWhileTheStreamReadsIsUndoneAndMakesPlaceForTheNext() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Integer> slow = stream(
                    pool,
                    "select id from generate_series(1, 14) as t (id), pg_sleep(case when id = 10 then 1 else 0 end)");
            Flux<Long> work = slow.window(14)
                    .concatMap(window -> savepoint(pool, pool.insert("nested", 1))
                            .timeout(Duration.ofMillis(100), Mono.empty())
                            .then(savepoint(pool, pool.insert("nested", 2))));
            assertTotal(pool, work, 1);
            assertThat(stored()).containsExactly(2);
        }
    }

    /** The stream may read for ever, and the savepoint is not what it reads for any more. */
    @Test
    void aSavepointThatIsLateDoesNotWaitForTheStream() {
        try (TestPool pool = TestPool.ofOne();
                TestPool other = TestPool.ofOne()) {
            Sinks.Empty<Void> isLocked = Sinks.empty();
            Sinks.Empty<Void> isLate = Sinks.empty();
            Mono<Void> lock = other.transaction(other.values("select pg_advisory_xact_lock(7)::text", String.class)
                    .doOnComplete(isLocked::tryEmitEmpty)
                    .then(isLate.asMono()));
            Flux<Integer> blocked = stream(
                    pool,
                    "select id from generate_series(1, 14) as t (id), lateral (select case when id = 10 then pg_advisory_xact_lock(7) end) as l");
            TransactionOptions limited = TransactionOptions.savepoint()
                    .withLimits(TimeLimits.none().withTransaction(Duration.ofMillis(200)));
            Flux<Long> work = blocked.window(14)
                    .concatMap(window -> pool.transactions()
                            .execute(limited, inserted(pool, window))
                            .onErrorResume(DeadlineExceededException.class, late -> {
                                isLate.tryEmitEmpty();
                                return pool.insert("nested", 20);
                            }));
            Mono<Void> both = Mono.when(lock, isLocked.asMono().then(pool.transaction(work.then())));
            StepVerifier.create(both).expectComplete().verify(Duration.ofSeconds(20));
            assertThat(stored()).containsExactly(20);
            pool.assertClean();
        }
    }

    @Test
    void anErrorOfTheServerBehindOneOfOursDoesNotMeetTheStream() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Object> ours = pool.transactions()
                    .statement(connection -> TestDatabase.values(connection, "select 1", Integer.class)
                            .<Object>map(value -> {
                                throw BOOM;
                            }))
                    .onErrorComplete()
                    .then(Mono.empty());
            Mono<Long> twice =
                    pool.insert("nested", 1).then(pool.insert("nested", 1)).onErrorReturn(0L);
            Flux<Long> work = stream(pool, THOUSAND)
                    .window(300)
                    .concatMap(window -> savepoint(
                                    pool, ours.then(twice).thenMany(window).count())
                            .onErrorReturn(DatabaseException.class, 0L));
            assertTotal(pool, work, 0);
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void anErrorOfTheServerAroundTheSavepointDoesNotMeetTheStream() {
        try (TestPool pool = TestPool.ofOne()) {
            Sinks.Empty<Void> refused = Sinks.empty();
            Mono<Long> inner = pool.insert("nested", 2)
                    .onErrorResume(error -> Mono.fromRunnable(refused::tryEmitEmpty))
                    .defaultIfEmpty(0L);
            Mono<Long> twice =
                    pool.insert("nested", 1).then(pool.insert("nested", 1)).onErrorReturn(0L);
            Flux<Long> work = stream(pool, "select generate_series(1, 20)")
                    .concatMap(id -> id == 7 ? refused.asMono().thenReturn(id) : Mono.just(id), 0)
                    .window(20)
                    .concatMap(window -> savepoint(
                                    pool,
                                    twice.then(savepoint(
                                            pool, inner.thenMany(window).count())))
                            .onErrorReturn(DatabaseException.class, 0L));
            assertTotal(pool, work, 0);
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void locksOfAStreamAreNotTakenWithinASavepoint() {
        database.run("insert into nested select generate_series(1, 20)");
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> undone = savepoint(
                            pool, pool.values("select 1", Integer.class).then(Mono.<Long>error(BOOM)))
                    .onErrorReturn(1L);
            Flux<Long> work =
                    stream(pool, "select id from nested order by id for update").concatMap(id -> undone);
            StepVerifier.create(pool.transaction(work.count()
                            .publishOn(Schedulers.boundedElastic())
                            .map(n -> database.rows(
                                            "select count(*) from (select from nested for update skip locked) free",
                                            Long.class)
                                    .get(0))))
                    .expectNext(0L)
                    .verifyComplete();
            pool.assertClean();
        }
    }
}
