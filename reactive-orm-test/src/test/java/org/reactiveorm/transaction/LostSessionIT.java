package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.ConnectionLostException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What becomes of those who still want something of a connection that is lost, or is not theirs any more. */
@Timeout(60)
class LostSessionIT {

    private static final String KILL = "select pg_terminate_backend(pg_backend_pid())::text";

    private final TestDatabase database = TestDatabase.shared();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    private Mono<String> statement(TestPool pool, String sql) {
        return pool.transactions()
                .statement(connection -> {
                    sent.add(sql);
                    return TestDatabase.values(connection, sql, String.class);
                })
                .single();
    }

    /** The driver keeps the buffers of values that it is given for a closed connection. */
    @Test
    void nothingIsSentOnAConnectionThatIsKnownToBeLost() {
        try (TestPool pool = TestPool.ofOne()) {
            Mono<String> second = statement(pool, "select 'never sent'");
            StepVerifier.create(pool.transaction(Flux.mergeDelayError(2, statement(pool, KILL), second)))
                    .verifyErrorSatisfies(error -> assertThat(error.getSuppressed())
                            .hasAtLeastOneElementOfType(ConnectionLostException.class));
            assertThat(sent).containsExactly(KILL);
            pool.assertClean();
        }
    }

    @Test
    void norAfterItsErrorWasSwallowed() {
        try (TestPool pool = TestPool.ofOne()) {
            StepVerifier.create(pool.transaction(statement(pool, KILL)
                            .onErrorReturn("")
                            .then(statement(pool, "select 'never sent'"))
                            .onErrorReturn("swallowed too")))
                    .verifyError(ConnectionLostException.class);
            assertThat(sent).containsExactly(KILL);
            pool.assertClean();
        }
    }

    @Test
    void norWhenTheConnectionWasLostBeforeTheFirstStatement() {
        try (TestPool pool = TestPool.ofOne()) {
            ConnectionFactory closed = new LostConnections(pool.pool());
            Transactions transactions = new Transactions(ConnectionProvider.of(closed), TransactionListener.none());
            StepVerifier.create(transactions.execute(
                            TransactionOptions.defaults(),
                            transactions
                                    .statement(connection -> {
                                        sent.add("a statement");
                                        return TestDatabase.values(connection, "select 1", Integer.class);
                                    })
                                    .single()))
                    .verifyError(ConnectionLostException.class);
            assertThat(sent).isEmpty();
            pool.assertClean();
        }
    }

    /** Hands connections out and closes what carries them, as a network does. */
    private record LostConnections(ConnectionFactory connections) implements ConnectionFactory {

        @Override
        public Mono<Connection> create() {
            return Mono.from(connections.create())
                    .cast(Connection.class)
                    .delayUntil(connection ->
                            ((Connection) Objects.requireNonNull(((Wrapped<?>) connection).unwrap())).close());
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return connections.getMetadata();
        }
    }

    /** Who leaves during a rollback must not take the connection from those who have it afterwards. */
    @Test
    void aConnectionIsNotClosedWhenItIsSomebodyElses() {
        try (TestPool pool = TestPool.ofOne()) {
            Sinks.Empty<String> fault = Sinks.empty();
            Disposable leaving = pool.transaction(
                            Mono.zip(statement(pool, "select pg_sleep(60)::text"), fault.asMono()))
                    .subscribe(nothing -> {}, error -> {});
            TestDatabase.await(
                    "the statement runs",
                    () -> database.value(
                                    "select count(*) from pg_stat_activity where wait_event = 'PgSleep'", Long.class)
                            == 1);
            fault.tryEmitError(new IllegalStateException("The rollback begins, and takes a moment"));
            leaving.dispose();
            StepVerifier.create(pool.transaction(statement(pool, "select pg_sleep(6)::text")))
                    .expectNext("")
                    .verifyComplete();
            pool.assertClean();
        }
    }
}
