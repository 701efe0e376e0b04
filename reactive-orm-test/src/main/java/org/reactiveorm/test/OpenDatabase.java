package org.reactiveorm.test;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.postgres.PostgresServer;
import org.reactiveorm.test.postgres.TestDatabase;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.util.Logger;
import reactor.util.Loggers;

/** A database and everything that talks to it, from one callback of JUnit to another. JUnit's store closes it. */
final class OpenDatabase implements AutoCloseable {

    private static final Logger LOG = Loggers.getLogger(OrmExtension.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestDatabase database;
    private final ConnectionPool connections;
    private final StatementLog statements = new StatementLog();
    private final ReactiveOrm orm;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Runnable whenClosed;

    OpenDatabase(DatabasePlan plan, Runnable whenClosed) {
        this.whenClosed = whenClosed;
        this.database = PostgresServer.shared().database(plan.script());
        this.connections = ConnectionPools.connect(database.url());
        this.orm = ReactiveOrm.builder(connections)
                .statements(statements)
                .transactions(statements)
                .rememberingSql()
                .build();
    }

    ReactiveOrm orm() {
        return orm;
    }

    ConnectionPool connections() {
        return connections;
    }

    StatementLog statements() {
        return statements;
    }

    String url() {
        return database.url();
    }

    boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        whenClosed.run();
        try {
            connections.disposeLater().block(PATIENCE);
        } finally {
            // The server waits a tenth of a second for connections that are on their way out; the next class need not.
            database.drop()
                    .subscribe(
                            nothing -> {},
                            failure -> LOG.warn("{} is not dropped: {}", database.name(), failure.toString()));
        }
    }
}
