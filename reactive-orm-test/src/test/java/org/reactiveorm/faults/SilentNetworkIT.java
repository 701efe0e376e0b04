package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.User_.USER;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.test.fault.DroppedErrors;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.TimeLimits;
import org.reactiveorm.transaction.TransactionEvents;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.tutorial.NewUser;
import org.reactiveorm.tutorial.User;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * The network swallows everything from a certain moment on: who sets a limit is not kept for ever, and no place in the pool is lost.
 * Each case waits for seconds, so they wait side by side.
 */
@Timeout(90)
class SilentNetworkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1500);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @Test
    void whoSetsALimitIsNotKeptForEver() {
        database.orm()
                .insertAll(Flux.range(0, 50)
                        .map(i -> NewUser.username("row " + i).email("row " + i))
                        .collectList()
                        .block(PATIENCE))
                .all()
                .blockLast(PATIENCE);
        List<Case> cases = Stream.<Consumer<Case>>of(
                        SilentNetworkIT::aCommitThatIsNeverAnsweredIsUnknownAfterTheLimit,
                        SilentNetworkIT::aCommitThatIsNeverAnsweredLosesItsConnectionWhenNobodyWaits,
                        SilentNetworkIT::aStatementThatIsNeverAnsweredEndsWithTheTransactionsLimit,
                        SilentNetworkIT::aStatementOfItsOwnThatIsNeverAnsweredIsGivenUp,
                        SilentNetworkIT::aRollbackThatIsNeverAnsweredDoesNotHideTheError,
                        SilentNetworkIT::aSavepointThatIsNeverAnsweredIsGivenUpWithItsTransaction,
                        SilentNetworkIT::aSavepointThatCannotBeStoppedKeepsTheTransactionFromCommitting,
                        SilentNetworkIT::aStreamThatFallsSilentIsGivenUp,
                        SilentNetworkIT::byDefaultAReadThatIsNeverAnsweredIsLost,
                        SilentNetworkIT::byDefaultAWriteThatIsNeverAnsweredIsUnknown,
                        SilentNetworkIT::byDefaultAStatementOfATransactionThatIsNeverAnsweredIsLost,
                        SilentNetworkIT::byDefaultAStreamThatFallsSilentIsLost,
                        SilentNetworkIT::aStatementWithALimitOfItsTransactionIsLost,
                        SilentNetworkIT::aStreamsCommitThatIsNeverAnsweredIsNotWaitedFor)
                .map(story -> new Case(database.url(), story))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(cases.size());
        try (DroppedErrors dropped = DroppedErrors.record()) {
            List<CompletableFuture<Void>> running = cases.stream()
                    .map(each -> CompletableFuture.runAsync(each::run, threads))
                    .toList();
            running.forEach(CompletableFuture::join);
            cases.forEach(Case::closeLines);
            cases.forEach(Case::assertClean);
            dropped.assertNone();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void aCommitThatIsNeverAnsweredIsUnknownAfterTheLimit(Case on) {
        StepVerifier.create(on.orm.transaction(
                        TransactionOptions.defaults().withTimeout(SHORT), on.silentCommit("limited")))
                .expectError(CommitOutcomeUnknownException.class)
                .verify(PATIENCE);
        assertThat(on.events.heard()).containsExactly("began", "outcome unknown");
    }

    private static void aCommitThatIsNeverAnsweredLosesItsConnectionWhenNobodyWaits(Case on) {
        StepVerifier.create(on.orm.transaction(on.silentCommit("cancelled")).timeout(SHORT, Mono.empty()))
                .expectComplete()
                .verify(PATIENCE);
        Flux.interval(Duration.ofMillis(20))
                .filter(tick -> on.events.heard().contains("outcome unknown"))
                .blockFirst(PATIENCE);
        assertThat(on.events.heard()).containsExactly("began", "outcome unknown");
    }

    private static void aStatementThatIsNeverAnsweredEndsWithTheTransactionsLimit(Case on) {
        StepVerifier.create(on.orm.transaction(
                        TransactionOptions.defaults().withTimeout(SHORT),
                        on.insert("first").then(on.silence()).then(on.insert("second"))))
                .expectError(DeadlineExceededException.class)
                .verify(PATIENCE);
        assertThat(on.events.heard()).containsExactly("began", "rolled back");
    }

    private static void aStatementOfItsOwnThatIsNeverAnsweredIsGivenUp(Case on) {
        StepVerifier.create(on.silence().then(on.insert("alone")).timeout(SHORT, Mono.empty()))
                .expectComplete()
                .verify(PATIENCE);
    }

    private static void aRollbackThatIsNeverAnsweredDoesNotHideTheError(Case on) {
        StepVerifier.create(on.orm.transaction(
                        on.insert("undone").then(on.silence()).then(Mono.error(new IllegalStateException("boom")))))
                .expectErrorMessage("boom")
                .verify(PATIENCE);
        assertThat(on.events.heard()).containsExactly("began", "rolled back");
    }

    private static void aSavepointThatIsNeverAnsweredIsGivenUpWithItsTransaction(Case on) {
        Mono<User> inner = on.insert("inner")
                .then(on.silence())
                .then(on.insert("never"))
                .as(work -> on.orm.transaction(TransactionOptions.savepoint(), work));
        StepVerifier.create(on.orm.transaction(
                        TransactionOptions.defaults().withTimeout(SHORT),
                        on.insert("outer").then(inner)))
                .expectError(DeadlineExceededException.class)
                .verify(PATIENCE);
    }

    private static void aSavepointThatCannotBeStoppedKeepsTheTransactionFromCommitting(Case on) {
        Mono<Void> inner = on.insert("unstoppable")
                .then(on.silence())
                .then(on.insert("never heard"))
                .as(work -> on.orm.transaction(TransactionOptions.savepoint(), work))
                .timeout(SHORT, Mono.empty())
                .then();
        StepVerifier.create(on.orm.transaction(on.insert("around").then(inner).thenReturn(1)))
                .expectErrorSatisfies(
                        e -> assertThat(e).isInstanceOf(DatabaseException.class).hasMessageContaining("rolled back"))
                .verify(PATIENCE);
        assertThat(on.events.heard()).containsExactly("began", "rolled back");
    }

    private static void aStreamThatFallsSilentIsGivenUp(Case on) {
        StepVerifier.create(on.orm.find(USER).stream(5)
                        .doOnNext(user -> on.proxy.lines().blackHole())
                        .then()
                        .timeout(SHORT, Mono.empty()))
                .expectComplete()
                .verify(PATIENCE);
    }

    // Limits that hold by default

    private static void byDefaultAReadThatIsNeverAnsweredIsLost(Case on) {
        StepVerifier.create(on.silence().then(on.limited().find(USER).count()))
                .expectErrorSatisfies(Case::assertCut)
                .verify(PATIENCE);
    }

    private static void byDefaultAWriteThatIsNeverAnsweredIsUnknown(Case on) {
        StepVerifier.create(on.silence()
                        .then(on.limited()
                                .insert(NewUser.username("unknown").email("unknown"))
                                .one()))
                .expectError(CommitOutcomeUnknownException.class)
                .verify(PATIENCE);
    }

    private static void byDefaultAStatementOfATransactionThatIsNeverAnsweredIsLost(Case on) {
        ReactiveOrm orm = on.limited();
        StepVerifier.create(orm.transaction(orm.find(USER)
                        .count()
                        .then(on.silence())
                        .then(orm.find(USER).count())))
                .expectErrorSatisfies(Case::assertCut)
                .verify(PATIENCE);
    }

    private static void aStatementWithALimitOfItsTransactionIsLost(Case on) {
        StepVerifier.create(on.orm.transaction(
                        TransactionOptions.defaults().withStatementTimeout(SHORT),
                        on.insert("heard").then(on.silence()).then(on.insert("not heard"))))
                .expectErrorSatisfies(Case::assertCut)
                .verify(PATIENCE);
    }

    private static void byDefaultAStreamThatFallsSilentIsLost(Case on) {
        StepVerifier.create(on.limited().find(USER).stream(5)
                        .doOnNext(user -> on.proxy.lines().blackHole())
                        .then())
                .expectErrorSatisfies(Case::assertCut)
                .verify(PATIENCE);
    }

    private static void aStreamsCommitThatIsNeverAnsweredIsNotWaitedFor(Case on) {
        StepVerifier.create(on.orm.find(USER).orderBy(USER.id.asc()).take(7).stream(10)
                        .skip(6)
                        .doOnNext(user -> on.proxy.lines().blackHole()))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aServerThatTakesConnectionsAndSaysNothingIsALostConnection() {
        try (TcpProxy silent = TcpProxy.of(database.url())) {
            silent.lines().blackHole();
            ReactiveOrm unreachable = ReactiveOrm.connect(silent.url() + "?maxSize=1&maxCreateConnectionTime=PT0.5S");
            StepVerifier.create(unreachable.find(USER).count())
                    .expectError(ConnectionLostException.class)
                    .verify(PATIENCE);
            unreachable.close().block(PATIENCE);
        }
    }

    /** A story with a line and a pool of its own. */
    private static final class Case {

        private final TransactionEvents events = new TransactionEvents();
        private final String url;
        private final Consumer<Case> story;
        private final TcpProxy proxy;
        private final ConnectionPool pool;
        private final ReactiveOrm orm;

        Case(String url, Consumer<Case> story) {
            this.url = url;
            this.story = story;
            this.proxy = TcpProxy.of(url);
            this.pool = ConnectionPools.connect(proxy.url() + "?maxSize=2&initialSize=2&maxCreateConnectionTime=PT5S");
            this.orm = ReactiveOrm.builder(pool).transactions(events).build();
        }

        /** With connections: to make them is not a part of the story. */
        void run() {
            pool.warmup().block(PATIENCE);
            story.accept(this);
        }

        ReactiveOrm limited() {
            return ReactiveOrm.builder(pool)
                    .limits(new TimeLimits(null, SHORT, null))
                    .build();
        }

        Mono<User> insert(String name) {
            return orm.insert(NewUser.username(name).email(name)).one();
        }

        Mono<Void> silence() {
            return Mono.fromRunnable(() -> proxy.lines().blackHole());
        }

        /** Silence falls before COMMIT is sent. */
        Mono<User> silentCommit(String name) {
            return insert(name).delayUntil(user -> orm.currentTransaction().beforeCommit(silence()));
        }

        /** Not that there is no other connection. */
        static void assertCut(Throwable error) {
            assertThat(error).isInstanceOf(ConnectionLostException.class).hasMessageContaining("was lost");
        }

        /** What the operating system does by itself, hours later. */
        void closeLines() {
            proxy.lines().heal().close();
        }

        void assertClean() {
            CleanPool.assertPoolClean(pool, url);
            assertThat(orm.find(USER).count().block(PATIENCE)).isNotNegative();
            pool.close().block(PATIENCE);
            proxy.close();
        }
    }
}
