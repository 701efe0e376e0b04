package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.User_.USER;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.test.fault.DroppedErrors;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.TransactionEvent;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.tutorial.NewUser;
import org.reactiveorm.tutorial.User;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The network swallows everything from a certain moment on: who sets a limit is not kept for ever, and no place in the pool is lost. */
@Timeout(60)
class SilentNetworkIT implements TransactionListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1500);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private final DroppedErrors dropped = DroppedErrors.record();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final TcpProxy proxy = TcpProxy.of(database.url());
    private final ConnectionPool pool =
            ConnectionPools.connect(proxy.url() + "?maxSize=2&initialSize=2&maxCreateConnectionTime=PT5S");
    private final ReactiveOrm orm = ReactiveOrm.builder(pool).transactions(this).build();

    @AfterEach
    void nothingIsLeft() {
        proxy.lines().heal().close(); // what the operating system does by itself, hours later
        CleanPool.assertPoolClean(pool, database.url());
        assertThat(orm.find(USER).count().block(PATIENCE)).isNotNegative();
        pool.close().block(PATIENCE);
        proxy.close();
        dropped.assertNone();
        dropped.close();
    }

    private Mono<User> insert(String name) {
        return orm.insert(NewUser.username(name).email(name)).one();
    }

    private Mono<Void> silence() {
        return Mono.fromRunnable(() -> proxy.lines().blackHole());
    }

    /** Silence falls before COMMIT is sent. */
    private Mono<User> silentCommit(String name) {
        return insert(name).delayUntil(user -> orm.currentTransaction().beforeCommit(silence()));
    }

    @Test
    void aCommitThatIsNeverAnsweredIsUnknownAfterTheLimit() {
        StepVerifier.create(orm.transaction(TransactionOptions.defaults().withTimeout(SHORT), silentCommit("limited")))
                .expectError(CommitOutcomeUnknownException.class)
                .verify(PATIENCE);
        assertThat(events).containsExactly("began", "unknown");
    }

    @Test
    void aCommitThatIsNeverAnsweredLosesItsConnectionWhenNobodyWaits() {
        StepVerifier.create(orm.transaction(silentCommit("cancelled")).timeout(SHORT, Mono.empty()))
                .expectComplete()
                .verify(PATIENCE);
        Flux.interval(Duration.ofMillis(20))
                .filter(tick -> events.contains("unknown"))
                .blockFirst(PATIENCE);
        assertThat(events).containsExactly("began", "unknown");
    }

    @Test
    void aStatementThatIsNeverAnsweredEndsWithTheTransactionsLimit() {
        StepVerifier.create(orm.transaction(
                        TransactionOptions.defaults().withTimeout(SHORT),
                        insert("first").then(silence()).then(insert("second"))))
                .expectError(DeadlineExceededException.class)
                .verify(PATIENCE);
        assertThat(events).containsExactly("began", "rolled back");
    }

    @Test
    void aStatementOfItsOwnThatIsNeverAnsweredIsGivenUp() {
        insert("before").block(PATIENCE);
        StepVerifier.create(silence().then(insert("alone")).timeout(SHORT, Mono.empty()))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aRollbackThatIsNeverAnsweredDoesNotHideTheError() {
        StepVerifier.create(orm.transaction(
                        insert("undone").then(silence()).then(Mono.error(new IllegalStateException("boom")))))
                .expectErrorMessage("boom")
                .verify(PATIENCE);
        assertThat(events).containsExactly("began", "rolled back");
    }

    @Test
    void aSavepointThatIsNeverAnsweredIsGivenUpWithItsTransaction() {
        Mono<User> inner = insert("inner")
                .then(silence())
                .then(insert("never"))
                .as(work -> orm.transaction(TransactionOptions.savepoint(), work));
        StepVerifier.create(orm.transaction(
                        TransactionOptions.defaults().withTimeout(SHORT),
                        insert("outer").then(inner)))
                .expectError(DeadlineExceededException.class)
                .verify(PATIENCE);
    }

    @Test
    void aStreamThatFallsSilentIsGivenUp() {
        database.orm()
                .insertAll(Flux.range(0, 50)
                        .map(i -> NewUser.username("row " + i).email("row " + i))
                        .collectList()
                        .block(PATIENCE))
                .all()
                .blockLast(PATIENCE);
        StepVerifier.create(orm.find(USER).stream(5)
                        .doOnNext(user -> proxy.lines().blackHole())
                        .then()
                        .timeout(SHORT, Mono.empty()))
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

    @Override
    public void began(TransactionEvent event) {
        events.add("began");
    }

    @Override
    public void committed(TransactionEvent event) {
        events.add("committed");
    }

    @Override
    public void rolledBack(TransactionEvent event) {
        events.add("rolled back");
    }

    @Override
    public void outcomeUnknown(TransactionEvent event) {
        events.add("unknown");
    }
}
