package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.DeadlineExceededException.Deadline;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.sqlstate.ErrorSubject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What the options of a transaction do. */
@Timeout(60)
class TransactionOptionsIT {

    private static final Duration SHORT = Duration.ofMillis(150);

    private final TestDatabase database = TestDatabase.shared();

    @BeforeEach
    void createTable() {
        database.run("drop table if exists optional; create table optional (id int primary key)");
    }

    private List<Integer> stored() {
        return database.rows("select id from optional order by id", Integer.class);
    }

    private static Mono<String> setting(TestPool pool, String name) {
        return pool.values("select current_setting('%s')".formatted(name), String.class)
                .single();
    }

    private static void verifyLate(Mono<?> work, Deadline deadline) {
        StepVerifier.create(work)
                .expectErrorSatisfies(e ->
                        assertThat(((DeadlineExceededException) e).deadline()).isEqualTo(deadline))
                .verify(Duration.ofSeconds(20));
    }

    private static <T> Mono<T> translated(Mono<T> work) {
        return work.onErrorMap(e -> DatabaseErrors.translate(e, ErrorSubject.unknown()));
    }

    // The settings

    @Test
    void theServerHearsOfAllOptionsAndForgetsThem() {
        TransactionOptions options = TransactionOptions.defaults()
                .asDeferrable()
                .withTimeout(Duration.ofSeconds(10))
                .withStatementTimeout(Duration.ofSeconds(20))
                .withLockTimeout(Duration.ofSeconds(30));
        try (TestPool pool = TestPool.ofOne()) {
            Mono<List<String>> settings = Flux.just(
                            "transaction_isolation",
                            "transaction_read_only",
                            "transaction_deferrable",
                            "transaction_timeout",
                            "statement_timeout",
                            "lock_timeout")
                    .concatMap(name -> setting(pool, name))
                    .collectList();
            StepVerifier.create(pool.transactions().execute(options, settings))
                    .expectNext(List.of("serializable", "on", "on", "15s", "20s", "30s"))
                    .verifyComplete();
            StepVerifier.create(settings)
                    .expectNext(List.of("read committed", "off", "off", "0", "0", "0"))
                    .verifyComplete();
            pool.assertClean();
        }
    }

    // Deadlines

    @Test
    void aStatementThatIsLateIsStopped() {
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions options = TransactionOptions.defaults().withStatementTimeout(SHORT);
            verifyLate(
                    translated(pool.transactions()
                            .execute(
                                    options,
                                    pool.values("select pg_sleep(60)::text", String.class)
                                            .then())),
                    Deadline.STATEMENT);
            pool.assertClean();
        }
    }

    @Test
    void aLockThatIsLateIsNotWaitedFor() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            database.run("insert into optional values (1)");
            Mono<Void> blocked = translated(pool.transactions()
                    .execute(
                            TransactionOptions.defaults().withLockTimeout(SHORT),
                            pool.update("delete from optional").then()));
            verifyLate(
                    pool.transaction(pool.update("delete from optional")
                            .then(blocked.contextWrite(context -> context.delete(pool.transactions())))),
                    Deadline.LOCK);
            assertThat(stored()).containsExactly(1);
            pool.assertClean();
        }
    }

    @Test
    void aTransactionThatIsLateIsStoppedInItsStatement() {
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions options = TransactionOptions.defaults().withTimeout(SHORT);
            int before = pid(pool);
            verifyLate(
                    pool.transactions()
                            .execute(
                                    options,
                                    pool.insert("optional", 1)
                                            .then(pool.values("select pg_sleep(60)::text", String.class)
                                                    .then())),
                    Deadline.TRANSACTION);
            assertThat(stored()).isEmpty();
            assertThat(pid(pool)).as("the connection survives").isEqualTo(before);
            pool.assertClean();
        }
    }

    @Test
    void aTransactionThatIsLateIsStoppedBetweenStatements() {
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions options = TransactionOptions.defaults().withTimeout(SHORT);
            verifyLate(
                    pool.transactions()
                            .execute(options, pool.insert("optional", 1).then(Mono.never())),
                    Deadline.TRANSACTION);
            assertThat(stored()).isEmpty();
            assertThat(pool.events()).hasSize(2).last().asString().contains("rolled back: The transaction took longer");
            pool.assertClean();
        }
    }

    @Test
    void aTransactionThatWaitsForAConnectionCanBeLateToo() {
        try (TestPool pool = TestPool.of("maxSize=1&maxAcquireTime=PT1H")) {
            TransactionOptions options = TransactionOptions.defaults().withTimeout(SHORT);
            Mono<Long> waiting = pool.transactions()
                    .execute(options, pool.insert("optional", 1))
                    .contextWrite(context -> context.delete(pool.transactions()));
            verifyLate(pool.transaction(pool.insert("optional", 2).then(waiting)), Deadline.TRANSACTION);
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    @Test
    void aSavepointThatIsLateIsUndoneAlone() {
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions options = TransactionOptions.savepoint().withTimeout(SHORT);
            Mono<Long> late = pool.transactions()
                    .execute(
                            options,
                            pool.insert("optional", 1)
                                    .then(pool.values("select pg_sleep(60)::text", String.class)
                                            .count()))
                    .onErrorReturn(DeadlineExceededException.class, -1L);
            StepVerifier.create(pool.transaction(late.then(pool.insert("optional", 2))))
                    .expectNext(1L)
                    .expectComplete()
                    .verify(Duration.ofSeconds(20));
            assertThat(stored()).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void aStreamThatIsLateEndsAfterItsValues() {
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions options =
                    TransactionOptions.defaults().withTimeout(SHORT).emittingEarly();
            Flux<Long> work =
                    Flux.just(7L).concatWith(pool.insert("optional", 1).then(Mono.never()));
            StepVerifier.create(pool.transactions().execute(options, work))
                    .expectNext(7L)
                    .expectError(DeadlineExceededException.class)
                    .verify(Duration.ofSeconds(20));
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    private static int pid(TestPool pool) {
        return pool.values("select pg_backend_pid()", Integer.class).blockLast(TestPool.PATIENCE);
    }

    // Retries

    private static Mono<Long> conflicting(TestPool pool, AtomicInteger attempts, int failures) {
        return Mono.defer(() -> {
            int attempt = attempts.incrementAndGet();
            Mono<Long> insert = pool.insert("optional", attempt);
            return attempt > failures
                    ? insert
                    : insert.then(translated(
                            pool.update("do $$ begin raise exception 'conflict' using errcode = '40001'; end $$")));
        });
    }

    private static TransactionOptions retrying(int count) {
        return TransactionOptions.defaults()
                .withRetries(Retries.of(count).withBackoff(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    @Test
    void aConflictIsRetriedInANewTransaction() {
        try (TestPool pool = TestPool.ofOne()) {
            AtomicInteger attempts = new AtomicInteger();
            StepVerifier.create(pool.transactions().execute(retrying(3), conflicting(pool, attempts, 2)))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(3);
            assertThat(pool.events()).filteredOn("committed"::equals).hasSize(1);
            assertThat(pool.events()).hasSize(6);
            pool.assertClean();
        }
    }

    @Test
    void theLastConflictIsSignalled() {
        try (TestPool pool = TestPool.ofOne()) {
            AtomicInteger attempts = new AtomicInteger();
            StepVerifier.create(pool.transactions().execute(retrying(2), conflicting(pool, attempts, 9)))
                    .verifyError(TransactionConflictException.class);
            assertThat(attempts).hasValue(3);
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    @Test
    void conflictsAreNotRetriedUnasked() {
        try (TestPool pool = TestPool.ofOne()) {
            AtomicInteger attempts = new AtomicInteger();
            StepVerifier.create(pool.transaction(conflicting(pool, attempts, 9)))
                    .verifyError(TransactionConflictException.class);
            assertThat(attempts).hasValue(1);
            pool.assertClean();
        }
    }

    @Test
    void otherErrorsAreNotRetried() {
        try (TestPool pool = TestPool.ofOne()) {
            AtomicInteger attempts = new AtomicInteger();
            Mono<Long> work = Mono.defer(() -> {
                attempts.incrementAndGet();
                return translated(pool.update("select 1/0"));
            });
            StepVerifier.create(pool.transactions().execute(retrying(3), work)).verifyError();
            assertThat(attempts).hasValue(1);
            pool.assertClean();
        }
    }

    @Test
    void theWholeTransactionIsRetriedNotAPartOfIt() {
        try (TestPool pool = TestPool.ofOne()) {
            AtomicInteger parts = new AtomicInteger();
            Mono<Long> part = pool.transactions().execute(retrying(5), conflicting(pool, parts, 1));
            StepVerifier.create(pool.transaction(part)).verifyError(TransactionConflictException.class);
            assertThat(parts).hasValue(1);
            StepVerifier.create(pool.transactions().execute(retrying(1), part))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(parts).hasValue(2);
            pool.assertClean();
        }
    }

    @Test
    void writeSkewIsRetried() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            database.run("insert into optional values (0)");
            TransactionOptions options = TransactionOptions.serializable().withRetries(5);
            Meeting bothHaveRead = new Meeting();
            Flux<Long> both = Flux.merge(
                    pool.transactions().execute(options, insertsItsCount(pool, 0, bothHaveRead)),
                    pool.transactions().execute(options, insertsItsCount(pool, 100, bothHaveRead)));
            StepVerifier.create(both).expectNext(1L, 1L).expectComplete().verify(Duration.ofSeconds(20));
            assertThat(stored()).as("as if one ran after the other").isIn(List.of(0, 1, 102), List.of(0, 2, 101));
            pool.assertClean();
        }
    }

    private static Mono<Long> insertsItsCount(TestPool pool, int offset, Meeting bothHaveRead) {
        return pool.values("select count(*)::int from optional", Integer.class)
                .single()
                .delayUntil(count -> bothHaveRead.arrive())
                .flatMap(count -> translated(pool.insert("optional", offset + count)));
    }

    /** Completes when two have arrived, and for all who come later. */
    private static final class Meeting {

        private final AtomicInteger arrived = new AtomicInteger();
        private final Sinks.Empty<Void> complete = Sinks.empty();

        Mono<Void> arrive() {
            return Mono.defer(() -> {
                if (arrived.incrementAndGet() == 2) {
                    complete.tryEmitEmpty();
                }
                return complete.asMono();
            });
        }
    }

    @Test
    void aDeadlockIsRetried() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            database.run("insert into optional values (1), (2)");
            TransactionOptions options = TransactionOptions.defaults().withRetries(10);
            Meeting bothHaveLocked = new Meeting();
            Flux<Long> both = Flux.merge(
                    pool.transactions().execute(options, lock(pool, 1, 2, bothHaveLocked)),
                    pool.transactions().execute(options, lock(pool, 2, 1, bothHaveLocked)));
            StepVerifier.create(both).expectNext(1L, 1L).expectComplete().verify(Duration.ofSeconds(20));
            assertThat(bothHaveLocked.arrived)
                    .as("one of the two was run again")
                    .hasValueGreaterThan(2);
            pool.assertClean();
        }
    }

    private static Mono<Long> lock(TestPool pool, int first, int second, Meeting bothHaveLocked) {
        return locked(pool, first).then(bothHaveLocked.arrive()).then(locked(pool, second));
    }

    private static Mono<Long> locked(TestPool pool, int id) {
        return translated(pool.update("update optional set id = id where id = " + id));
    }

    // Early values

    @Test
    void earlyValuesComeBeforeTheCommit() {
        try (TestPool pool = TestPool.of("maxSize=2")) {
            TransactionOptions options = TransactionOptions.defaults().emittingEarly();
            Flux<Long> work = pool.insert("optional", 1).concatWith(pool.insert("optional", 2));
            List<Integer> seen = new CopyOnWriteArrayList<>();
            StepVerifier.create(pool.transactions()
                            .execute(options, work)
                            .doOnNext(n -> seen.add(pool.events().size())))
                    .expectNext(1L, 1L)
                    .verifyComplete();
            assertThat(seen).as("events before each value").containsExactly(1, 1);
            assertThat(pool.events()).containsExactly("began BEGIN", "committed");
            pool.assertClean();
        }
    }

    @Test
    void anErrorOfTheCommitFollowsEarlyValues() {
        database.run(
                "drop table if exists late; create table late (id int primary key, other int references late deferrable initially deferred)");
        try (TestPool pool = TestPool.ofOne()) {
            TransactionOptions options = TransactionOptions.defaults().emittingEarly();
            Flux<Long> work = pool.update("insert into late values (1, 7)").flux();
            StepVerifier.create(pool.transactions().execute(options, work))
                    .expectNext(1L)
                    .verifyErrorSatisfies(
                            e -> assertThat(e).isInstanceOf(org.reactiveorm.error.ForeignKeyViolationException.class));
            pool.assertClean();
        }
    }

    @Test
    void afterAnEarlyValueThereIsNoRetry() {
        try (TestPool pool = TestPool.ofOne()) {
            AtomicInteger attempts = new AtomicInteger();
            Flux<Long> work =
                    Flux.concat(conflictOnce(attempts, 1), pool.insert("optional", 1), conflictOnce(attempts, 2));
            StepVerifier.create(pool.transactions().execute(retrying(5).emittingEarly(), work))
                    .expectNext(1L)
                    .verifyError(TransactionConflictException.class);
            assertThat(attempts).hasValue(3);
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    /** Fails the attempts up to this one. */
    private static Mono<Long> conflictOnce(AtomicInteger attempts, int before) {
        return Mono.defer(() -> attempts.incrementAndGet() <= before || before > 1
                ? Mono.error(new TransactionConflictException("conflict", ErrorContext.none(), null))
                : Mono.empty());
    }

    @Test
    void anErrorThatWasSwallowedKeepsAnEarlyTransactionFromCommitting() {
        try (TestPool pool = TestPool.ofOne()) {
            Flux<Long> work = pool.insert("optional", 1)
                    .concatWith(pool.update("select 1/0").onErrorReturn(-1L));
            StepVerifier.create(pool.transactions()
                            .execute(TransactionOptions.defaults().emittingEarly(), work))
                    .expectNext(1L, -1L)
                    .verifyError(DatabaseException.class);
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }
}
