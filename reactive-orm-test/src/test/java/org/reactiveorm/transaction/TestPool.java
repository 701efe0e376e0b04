package org.reactiveorm.transaction;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.test.fault.DroppedErrors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Transactions on a pool of their own, whose state can be asserted; closing asserts that no error was dropped. */
public final class TestPool implements AutoCloseable, TransactionListener {

    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.shared();
    private final DroppedErrors dropped = DroppedErrors.record();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final ConnectionPool pool;
    private final Transactions transactions;

    public TestPool(int port, String parameters) {
        pool = ConnectionPools.connect(TestDatabase.url(port, parameters));
        transactions = new Transactions(ConnectionProvider.of(pool), this);
    }

    public static TestPool of(String parameters) {
        return new TestPool(TestDatabase.shared().port(), parameters);
    }

    public static TestPool ofOne() {
        return of("maxSize=1");
    }

    public Transactions transactions() {
        return transactions;
    }

    public TestDatabase database() {
        return database;
    }

    public ConnectionPool pool() {
        return pool;
    }

    /** What the listener heard, in order. */
    public List<String> events() {
        return events;
    }

    public <T> Flux<T> values(String sql, Class<T> type) {
        return transactions.statement(connection -> TestDatabase.values(connection, sql, type));
    }

    public Mono<Long> update(String sql) {
        return transactions
                .<Long>statement(connection -> Flux.<Result>from(
                                connection.createStatement(sql).execute())
                        .concatMap(Result::getRowsUpdated))
                .reduce(0L, Long::sum);
    }

    /** An insert with a bind, as the executor sends them: the extended protocol. */
    public Mono<Long> insert(String table, int id) {
        return transactions
                .<Long>statement(connection -> Flux.<Result>from(connection
                                .createStatement("insert into " + table + "(id) values ($1)")
                                .bind(0, id)
                                .execute())
                        .concatMap(Result::getRowsUpdated))
                .reduce(0L, Long::sum);
    }

    public <T> Mono<T> transaction(Mono<T> work) {
        return transactions.execute(TransactionOptions.defaults(), work);
    }

    public <T> Flux<T> transaction(Flux<T> work) {
        return transactions.execute(TransactionOptions.defaults(), work);
    }

    public PoolMetrics figures() {
        return pool.getMetrics().orElseThrow();
    }

    /** All is given back, nothing is left open, and the next user finds a clean connection. */
    public void assertClean() {
        CleanPool.assertPoolClean(pool, database.url(""));
        dropped.assertNone();
    }

    @Override
    public void began(TransactionEvent event) {
        events.add("began " + event.options().begin());
    }

    @Override
    public void committed(TransactionEvent event) {
        events.add("committed");
    }

    @Override
    public void rolledBack(TransactionEvent event) {
        Throwable error = event.error();
        events.add(error == null ? "rolled back" : "rolled back: " + error.getMessage());
    }

    @Override
    public void outcomeUnknown(TransactionEvent event) {
        events.add("outcome unknown");
    }

    @Override
    public void close() {
        pool.close().block(PATIENCE);
        dropped.close();
        dropped.assertNone();
    }
}
