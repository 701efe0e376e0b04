package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.TransactionEvents;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** Transactions of Spring on a pool of their own, whose state can be asserted; closing asserts that no error was dropped. */
final class SpringPool implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Whose transactions they are. */
    enum Manager {
        OURS(OrmTransactionManager::new),
        SPRINGS((orm, pool) -> new R2dbcTransactionManager(pool));

        private final BiFunction<ReactiveOrm, ConnectionPool, ReactiveTransactionManager> make;

        Manager(BiFunction<ReactiveOrm, ConnectionPool, ReactiveTransactionManager> make) {
            this.make = make;
        }
    }

    private final TestDatabase database = TestDatabase.shared();
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final TransactionEvents events = new TransactionEvents();
    private final ConnectionPool pool;
    private final ReactiveOrm orm;
    private final ReactiveTransactionManager manager;

    SpringPool(Manager manager, int port, String parameters) {
        Hooks.onErrorDropped(this::dropped);
        pool = ConnectionPools.connect(TestDatabase.url(port, parameters));
        orm = ReactiveOrm.builder(pool)
                .connections(new SpringConnectionProvider(pool))
                .transactions(events)
                .build();
        this.manager = manager.make.apply(orm, pool);
    }

    /** What the server says of a statement of Spring's that was cancelled, and then stopped, the driver tells nobody. */
    private void dropped(Throwable error) {
        boolean isCancelled = error.getCause() instanceof R2dbcException answer && "57014".equals(answer.getSqlState());
        if (!isCancelled) {
            dropped.add(error);
        }
    }

    static SpringPool of(Manager manager, String parameters) {
        return new SpringPool(manager, TestDatabase.shared().port(), parameters);
    }

    static SpringPool ofOne() {
        return of(Manager.OURS, "maxSize=1");
    }

    ReactiveOrm orm() {
        return orm;
    }

    ReactiveTransactionManager manager() {
        return manager;
    }

    ConnectionPool pool() {
        return pool;
    }

    TestDatabase database() {
        return database;
    }

    /** What our listener of transactions heard. */
    List<String> events() {
        return events.heard();
    }

    TransactionalOperator required() {
        return TransactionalOperator.create(manager);
    }

    TransactionalOperator operator(int propagation) {
        return operator(new DefaultTransactionDefinition(propagation));
    }

    TransactionalOperator operator(TransactionDefinition definition) {
        return TransactionalOperator.create(manager, definition);
    }

    /** A row, written through us. */
    Mono<Long> insert(int id) {
        return orm.sql("insert into spring_rows values (:id)").bind("id", id).execute();
    }

    /** A row, written through Spring. */
    Mono<Long> insertOfSpring(int id) {
        return DatabaseClient.create(pool)
                .sql("insert into spring_rows values (:id)")
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    Mono<Integer> session() {
        return orm.sql("select pg_backend_pid()").as(Integer.class).oneOrFail();
    }

    Mono<Integer> sessionOfSpring() {
        return DatabaseClient.create(pool)
                .sql("select pg_backend_pid()")
                .mapValue(Integer.class)
                .one();
    }

    void createTable() {
        database.run("drop table if exists spring_rows; create table spring_rows (id int primary key)");
    }

    List<Integer> rows() {
        return database.rows("select id from spring_rows order by id", Integer.class);
    }

    PoolMetrics figures() {
        return pool.getMetrics().orElseThrow();
    }

    /** All is given back, nothing is left open, and the next user finds a clean connection. */
    void assertClean() {
        CleanPool.assertPoolClean(pool, TestDatabase.url(database.port(), ""));
        assertThat(dropped).isEmpty();
    }

    @Override
    public void close() {
        Hooks.resetOnErrorDropped();
        pool.close().block(PATIENCE);
        assertThat(dropped).isEmpty();
    }
}
