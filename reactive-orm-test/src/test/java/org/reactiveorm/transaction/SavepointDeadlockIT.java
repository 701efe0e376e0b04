package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.sql.Sql;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.util.context.Context;

/** Work of a savepoint that waits for a statement that waits for the savepoint. */
@Timeout(60)
class SavepointDeadlockIT {

    private static final String FORTY = "select generate_series(1, 40)";
    private static final String LOCKED = "select id from held order by id for update";

    private final TestDatabase database = TestDatabase.shared();

    @BeforeEach
    void createTables() {
        database.run("drop table if exists nested; create table nested (id int)");
        database.run("drop table if exists held; create table held as select generate_series(1, 40) as id");
    }

    private static <T> Mono<T> savepoint(TestPool pool, Mono<T> work) {
        return pool.transactions().execute(TransactionOptions.savepoint(), work);
    }

    private static Flux<Integer> stream(
            TestPool pool, String query, Function<List<Integer>, Mono<List<Integer>>> completion) {
        return new Executor(pool.transactions(), StatementListener.none())
                .stream(Sql.of(query), new Windows<>(7, row -> row.getInt(0), completion));
    }

    /** A second statement for each window of rows, which reads related rows. */
    private static Flux<Integer> withRelations(TestPool pool) {
        return stream(
                pool, FORTY, window -> pool.values("select 1", Integer.class).then(Mono.just(window)));
    }

    private static Flux<Integer> locked(TestPool pool) {
        return stream(pool, LOCKED, Mono::just);
    }

    /** Reactor would drop the second of two errors: the stream tells its own to the window and to who gets the windows. */
    private static Mono<Long> inserted(TestPool pool, Flux<Integer> ids) {
        return savepoint(pool, ids.concatMap(id -> pool.insert("nested", id)).count())
                .onErrorReturn(0L);
    }

    /** A stream, and savepoints for some of its rows. */
    enum Composition {
        RELATIONS_OF_A_WINDOW {
            @Override
            Flux<?> in(TestPool pool) {
                return withRelations(pool).window(20).concatMap(window -> inserted(pool, window));
            }
        },
        LOCKS_OF_A_GROUP {
            @Override
            Flux<?> in(TestPool pool) {
                return locked(pool)
                        .groupBy(id -> id % 2)
                        .flatMap(group -> group.key() == 1
                                ? inserted(pool, group)
                                : group.count().onErrorReturn(0L));
            }
        },
        SAVEPOINT_WITHIN_A_SAVEPOINT {
            @Override
            Flux<?> in(TestPool pool) {
                return withRelations(pool)
                        .publish(rows -> rows.window(20)
                                .concatMap(window -> savepoint(
                                        pool,
                                        pool.values("select 1", Integer.class).then(inserted(pool, window)))));
            }
        },
        /** As a window of some operators until somebody subscribes to it. */
        BESIDE_AN_OPERATOR_THAT_DOES_NOT_KNOW_ITS_SUBSCRIBER {
            @Override
            Flux<?> in(TestPool pool) {
                return withRelations(pool)
                        .publish(rows -> Flux.merge(
                                rows.window(20).concatMap(window -> inserted(pool, window)),
                                rows.transform(Operators.lift((source, actual) -> new Unsubscribed(actual)))
                                        .onErrorComplete() // Reactor would drop the second of two
                                        .then(Mono.empty())));
            }
        };

        abstract Flux<?> in(TestPool pool);
    }

    /** Side by side, because each takes seconds. */
    @Test
    void whatIsWaitedForIsRefused() {
        Flux.fromArray(Composition.values())
                .flatMap(composition ->
                        Mono.fromRunnable(() -> assertRefused(composition)).subscribeOn(Schedulers.boundedElastic()))
                .blockLast(TestPool.PATIENCE);
        assertThat(database.rows("select id from nested", Integer.class)).isEmpty();
    }

    private static void assertRefused(Composition composition) {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(composition.in(pool).then()))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .as("%s", composition)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("the work of the savepoint waits for what it brings")
                            .hasMessageContaining("buffer(…) instead of window(…)"))
                    .verify(Duration.ofSeconds(10));
            pool.assertClean();
        }
    }

    private record Unsubscribed(CoreSubscriber<? super Integer> actual) implements CoreSubscriber<Integer>, Scannable {

        @Override
        public void onSubscribe(Subscription subscription) {
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(Integer row) {
            actual.onNext(row);
        }

        @Override
        public void onError(Throwable error) {
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
        }

        @Override
        @SuppressWarnings("rawtypes") // of Reactor
        public @Nullable Object scanUnsafe(Attr key) {
            return null;
        }

        @Override
        public Context currentContext() {
            throw new NullPointerException("nobody is subscribed yet");
        }
    }

    @Test
    void aRefusalThatIsSwallowedLeavesATransactionThatGoesOn() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> refused = withRelations(pool)
                    .window(20)
                    .concatMap(window -> inserted(pool, window))
                    .reduce(0L, Long::sum)
                    .onErrorReturn(InvalidQueryException.class, 0L);
            StepVerifier.create(pool.transaction(refused.then(pool.insert("nested", 1))))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(database.rows("select id from nested", Integer.class)).containsExactly(1);
            pool.assertClean();
        }
    }

    /** What is collected before, or not needed, is nothing that anybody waits for. */
    @Test
    void slowSavepointsBesideAStreamThatNeedsThemToEndAreNoDeadlock() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<Long> slow = savepoint(
                    pool,
                    pool.values("select 1", Integer.class)
                            .then(Mono.delay(Duration.ofMillis(1_200)))
                            .then(Mono.just(1L)));
            Flux<Long> work = Flux.merge(
                    withRelations(pool).buffer(20).concatMap(rows -> slow),
                    locked(pool).concatMap(row -> row == 1 ? slow : Mono.just(1L)));
            StepVerifier.create(pool.transaction(work.count())).expectNext(42L).verifyComplete();
            pool.assertClean();
        }
    }

    /** Nobody can see who waits on the other side of a sink. */
    @Test
    void whatCannotBeSeenIsRefusedAfterAWhile() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try (TestPool pool = TestPool.ofOne()) {
            Sinks.One<Integer> bridge = Sinks.one();
            Sinks.Empty<Void> isOpen = Sinks.empty();
            Mono<Integer> inner = savepoint(
                    pool,
                    pool.values("select 1", Integer.class)
                            .then(Mono.fromRunnable(isOpen::tryEmitEmpty))
                            .then(bridge.asMono()));
            Mono<Integer> outer = isOpen.asMono()
                    .then(pool.values("select 2", Integer.class).next())
                    .doOnNext(bridge::tryEmitValue)
                    .doOnError(bridge::tryEmitError);
            CompletableFuture<Void> work =
                    pool.transaction(Mono.zip(inner, outer).then()).toFuture();
            isOpen.asMono().block(TestPool.PATIENCE);
            CompletableFuture<Integer> refused = bridge.asMono().toFuture();
            while (!refused.isDone()) {
                time.advanceTimeBy(Duration.ofSeconds(1));
            }
            assertThat(work)
                    .failsWithin(TestPool.PATIENCE)
                    .withThrowableThat()
                    .withCauseInstanceOf(InvalidQueryException.class)
                    .withMessageContaining("waits for what it brings");
        } finally {
            VirtualTimeScheduler.reset();
        }
    }
}
