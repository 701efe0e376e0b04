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
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.TransactionConflictException;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What is done at the end of a transaction. */
@Timeout(60)
class TransactionHooksIT {

    private static final IllegalStateException BOOM = new IllegalStateException("boom");

    private final TestDatabase database = TestDatabase.shared();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @BeforeEach
    void createTable() {
        database.run("drop table if exists hooked; create table hooked (id int primary key)");
    }

    private List<Integer> stored() {
        return database.rows("select id from hooked order by id", Integer.class);
    }

    private Mono<Void> noted(String what) {
        return Mono.fromRunnable(() -> done.add(what));
    }

    private Mono<Void> allThree(TestPool pool, String name) {
        CurrentTransaction current = pool.transactions().current();
        return Mono.when(
                current.beforeCommit(noted(name + " before")),
                current.afterCommit(noted(name + " committed")),
                current.afterRollback(noted(name + " rolled back")));
    }

    private static <T> Mono<T> savepoint(TestPool pool, Mono<T> work) {
        return pool.transactions().execute(TransactionOptions.savepoint(), work);
    }

    @Test
    void aCommitRunsWhatBelongsToIt() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(allThree(pool, "a").then(pool.insert("hooked", 1)))
                            .doOnNext(n -> done.add("emitted")))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(done).containsExactly("a before", "a committed", "emitted");
            pool.assertClean();
        }
    }

    @Test
    void aRollbackRunsWhatBelongsToIt() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(allThree(pool, "a")
                                    .then(pool.insert("hooked", 1))
                                    .then(Mono.error(BOOM)))
                            .doOnError(e -> done.add("signalled")))
                    .verifyErrorMessage("boom");
            assertThat(done).containsExactly("a rolled back", "signalled");
            pool.assertClean();
        }
    }

    @Test
    void aCancelRunsWhatBelongsToARollback() {
        try (TestPool pool = TestPool.ofOne()) {
            Sinks.Empty<Void> registered = Sinks.empty();
            Sinks.Empty<Void> rolledBack = Sinks.empty();
            Mono<Long> work = pool.transactions()
                    .current()
                    .afterRollback(Mono.fromRunnable(rolledBack::tryEmitEmpty))
                    .then(pool.insert("hooked", 1))
                    .doOnNext(n -> registered.tryEmitEmpty())
                    .then(Mono.never());
            StepVerifier.create(pool.transaction(work).takeUntilOther(registered.asMono()))
                    .verifyComplete();
            rolledBack.asMono().block(TestPool.PATIENCE);
            assertThat(stored()).isEmpty();
            pool.assertClean();
        }
    }

    @Test
    void workBeforeTheCommitIsAPartOfIt() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            Mono<Void> last = current.beforeCommit(pool.insert("hooked", 3));
            StepVerifier.create(pool.transaction(
                            current.beforeCommit(pool.insert("hooked", 2).then(last))
                                    .then(pool.insert("hooked", 1))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 2, 3);
            assertThat(pool.events()).containsExactly("began BEGIN", "committed");
            pool.assertClean();
        }
    }

    @Test
    void workBeforeTheCommitThatFailsUndoesAll() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            StepVerifier.create(pool.transaction(current.beforeCommit(Mono.error(BOOM))
                            .then(allThree(pool, "a"))
                            .then(pool.insert("hooked", 1))))
                    .verifyErrorMessage("boom");
            assertThat(stored()).isEmpty();
            assertThat(done).containsExactly("a rolled back");
            pool.assertClean();
        }
    }

    @Test
    void workBeforeTheCommitIsCancelledWithTheTransaction() {
        try (TestPool pool = TestPool.ofOne()) {
            Sinks.Empty<Void> started = Sinks.empty();
            CurrentTransaction current = pool.transactions().current();
            Mono<Long> work = current.beforeCommit(Mono.never().doOnSubscribe(s -> started.tryEmitEmpty()))
                    .then(pool.insert("hooked", 1));
            StepVerifier.create(pool.transaction(work).takeUntilOther(started.asMono()))
                    .verifyComplete();
            pool.assertClean();
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void workAfterTheCommitHasTheOnlyConnection() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            StepVerifier.create(pool.transaction(
                            current.afterCommit(pool.insert("hooked", 2)).then(pool.insert("hooked", 1))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 2);
            assertThat(pool.events()).containsExactly("began BEGIN", "committed");
            pool.assertClean();
        }
    }

    @Test
    void workAfterARollbackHasTheOnlyConnection() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            StepVerifier.create(pool.transaction(current.afterRollback(pool.insert("hooked", 2))
                            .then(pool.insert("hooked", 1))
                            .then(Mono.error(BOOM))))
                    .verifyErrorMessage("boom");
            assertThat(stored()).containsExactly(2);
            pool.assertClean();
        }
    }

    @Test
    void workAfterTheCommitThatFailsDoesNotHideTheCommit() {
        try (TestPool pool = TestPool.ofOne()) {
            List<Throwable> dropped = new CopyOnWriteArrayList<>();
            Hooks.resetOnErrorDropped();
            Hooks.onErrorDropped(dropped::add);
            CurrentTransaction current = pool.transactions().current();
            StepVerifier.create(pool.transaction(current.afterCommit(Mono.error(BOOM))
                            .then(allThree(pool, "a"))
                            .then(pool.insert("hooked", 1))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(dropped).containsExactly(BOOM);
            assertThat(done).containsExactly("a before", "a committed");
            assertThat(stored()).containsExactly(1);
        }
    }

    @Test
    void workRunsWithTheContextOfWhoRegisteredIt() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            Mono<Void> who = Mono.deferContextual(context -> noted(context.get("who")));
            Mono<Void> registered = current.beforeCommit(who).then(current.afterCommit(who));
            StepVerifier.create(pool.transaction(registered
                                    .contextWrite(context -> context.put("who", "ann"))
                                    .then(pool.insert("hooked", 1)))
                            .contextWrite(context -> context.put("who", "bob")))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(done).containsExactly("ann", "ann");
            pool.assertClean();
        }
    }

    @Test
    void aTransactionWithoutStatementsRunsThemToo() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(allThree(pool, "a").thenReturn(1)))
                    .expectNext(1)
                    .verifyComplete();
            StepVerifier.create(pool.transaction(allThree(pool, "b").then(Mono.error(BOOM))))
                    .verifyErrorMessage("boom");
            assertThat(done).containsExactly("a before", "a committed", "b rolled back");
            pool.assertClean();
        }
    }

    @Test
    void aDeferredConstraintThatFailsIsARollback() {
        database.run(
                "drop table if exists deferred; create table deferred (id int primary key, other int references deferred deferrable initially deferred)");
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(
                            allThree(pool, "a").then(pool.update("insert into deferred values (1, 7)"))))
                    .verifyError();
            assertThat(done).containsExactly("a before", "a rolled back");
            pool.assertClean();
        }
    }

    @Test
    void everyAttemptRunsItsOwn() {
        try (TestPool pool = TestPool.ofOne()) {
            AtomicInteger attempts = new AtomicInteger();
            Mono<Long> work = Mono.defer(() -> {
                int attempt = attempts.incrementAndGet();
                Mono<Long> registered = allThree(pool, "attempt " + attempt).then(pool.insert("hooked", attempt));
                return attempt < 3
                        ? registered.then(
                                Mono.error(new TransactionConflictException("conflict", ErrorContext.none(), null)))
                        : registered;
            });
            TransactionOptions options =
                    TransactionOptions.defaults().withRetries(Retries.of(5).withBackoff(Duration.ZERO, Duration.ZERO));
            StepVerifier.create(pool.transactions().execute(options, work))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(done)
                    .containsExactly(
                            "attempt 1 rolled back",
                            "attempt 2 rolled back",
                            "attempt 3 before",
                            "attempt 3 committed");
            pool.assertClean();
        }
    }

    // Savepoints

    @Test
    void whatAKeptSavepointRegisteredIsTheTransactions() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> inner = savepoint(pool, allThree(pool, "inner").then(pool.insert("hooked", 2)))
                    .doOnNext(n -> done.add("inner is over"));
            StepVerifier.create(pool.transaction(allThree(pool, "outer")
                            .then(pool.insert("hooked", 1))
                            .then(inner)))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(done)
                    .containsExactly(
                            "inner is over", "outer before", "inner before", "outer committed", "inner committed");
            pool.assertClean();
        }
    }

    @Test
    void statementsBeforeTheCommitThatASavepointRegisteredAreTheTransactions() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            Mono<Long> innermost = savepoint(
                    pool, current.beforeCommit(pool.insert("hooked", 3)).then(pool.insert("hooked", 2)));
            StepVerifier.create(pool.transaction(pool.insert("hooked", 1).then(savepoint(pool, innermost))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(stored()).containsExactly(1, 2, 3);
            pool.assertClean();
        }
    }

    @Test
    void whatAnUndoneSavepointRegisteredIsForgotten() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> inner = savepoint(
                            pool,
                            allThree(pool, "inner")
                                    .then(pool.transactions().current().afterRollback(pool.insert("hooked", 3)))
                                    .then(pool.insert("hooked", 2))
                                    .then(Mono.<Long>error(BOOM)))
                    .onErrorReturn(-1L);
            StepVerifier.create(pool.transaction(allThree(pool, "outer")
                            .then(pool.insert("hooked", 1))
                            .then(inner)))
                    .expectNext(-1L)
                    .verifyComplete();
            assertThat(done).containsExactly("inner rolled back", "outer before", "outer committed");
            assertThat(stored())
                    .as("after its rollback one is in the outer transaction")
                    .containsExactly(1, 3);
            pool.assertClean();
        }
    }

    @Test
    void aSavepointIsUndoneWithItsTransaction() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(
                            savepoint(pool, allThree(pool, "inner").then(pool.insert("hooked", 2)))
                                    .then(Mono.error(BOOM))))
                    .verifyErrorMessage("boom");
            assertThat(done).containsExactly("inner rolled back");
            pool.assertClean();
        }
    }

    @Test
    void aCancelOfAllLetsASavepointsWorkRunOutside() {
        try (TestPool pool = TestPool.ofOne()) {
            Sinks.Empty<Void> registered = Sinks.empty();
            Sinks.Empty<Void> rolledBack = Sinks.empty();
            Mono<Long> inner = savepoint(
                    pool,
                    pool.transactions()
                            .current()
                            .afterRollback(pool.insert("hooked", 7).doFinally(end -> rolledBack.tryEmitEmpty()))
                            .then(pool.insert("hooked", 1))
                            .doOnNext(n -> registered.tryEmitEmpty())
                            .then(Mono.never()));
            StepVerifier.create(pool.transaction(inner).takeUntilOther(registered.asMono()))
                    .verifyComplete();
            rolledBack.asMono().block(TestPool.PATIENCE);
            pool.assertClean();
            assertThat(stored()).containsExactly(7);
        }
    }

    // What nobody waits for but the commit

    @Test
    void whatRegistersWhileTheCommitWaitsIsNotForgotten() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Void> afterFirst =
                    pool.insert("hooked", 1).then(pool.transactions().current().afterCommit(noted("committed")));
            Mono<Long> work = Mono.deferContextual(context -> {
                afterFirst.contextWrite(context).subscribe();
                pool.insert("hooked", 2).contextWrite(context).subscribe();
                return Mono.just(1L);
            });
            StepVerifier.create(pool.transaction(work)).expectNext(1L).verifyComplete();
            assertThat(stored()).containsExactly(1, 2);
            assertThat(done).containsExactly("committed");
            pool.assertClean();
        }
    }

    @Test
    void norIsWhatASavepointRegistersMeanwhile() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> inner = savepoint(
                    pool,
                    pool.insert("hooked", 1)
                            .then(pool.transactions().current().afterCommit(noted("committed")))
                            .then(pool.insert("hooked", 2)));
            Mono<Long> work = Mono.deferContextual(context -> {
                inner.contextWrite(context).subscribe();
                return Mono.just(1L);
            });
            StepVerifier.create(pool.transaction(work)).expectNext(1L).verifyComplete();
            assertThat(stored()).containsExactly(1, 2);
            assertThat(done).containsExactly("committed");
            pool.assertClean();
        }
    }

    /** It could not be run any more. */
    @Test
    void whatIsToBeDoneBeforeTheCommitIsRefusedMeanwhile() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Void> afterFirst = pool.insert("hooked", 1)
                    .then(pool.transactions().current().beforeCommit(noted("never")))
                    .onErrorResume(InvalidQueryException.class, e -> noted("refused"));
            Mono<Long> work = Mono.deferContextual(context -> {
                afterFirst.contextWrite(context).subscribe();
                return Mono.just(1L);
            });
            StepVerifier.create(pool.transaction(work)).expectNext(1L).verifyComplete();
            assertThat(stored()).containsExactly(1);
            assertThat(done).containsExactly("refused");
            pool.assertClean();
        }
    }

    // Where there is none

    @Test
    void outsideOfATransactionThereIsNothingToWaitFor() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            StepVerifier.create(current.afterCommit(noted("never")))
                    .verifyErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("orm.transaction"));
            StepVerifier.create(current.isActive()).expectNext(false).verifyComplete();
            StepVerifier.create(pool.transaction(current.isActive()))
                    .expectNext(true)
                    .verifyComplete();
            assertThat(done).isEmpty();
        }
    }

    @Test
    void afterTheEndItIsTooLate() {
        try (TestPool pool = TestPool.ofOne()) {
            CurrentTransaction current = pool.transactions().current();
            Mono<Void> late = pool.transaction(Mono.deferContextual(context ->
                            Mono.just(current.afterCommit(noted("late")).contextWrite(context))))
                    .flatMap(registration -> registration);
            StepVerifier.create(late)
                    .verifyErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("is over"));
            assertThat(done).isEmpty();
        }
    }
}
