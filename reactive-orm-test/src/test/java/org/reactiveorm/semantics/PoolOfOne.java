package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.test.StatementLog;
import org.reactiveorm.transaction.ConnectionPools;

/** An ORM with a single connection for each test, which must give it back clean. */
final class PoolOfOne implements AfterEachCallback {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConnectionPool pool;
    private final StatementLog log = new StatementLog();
    private final ReactiveOrm orm;

    PoolOfOne(String url) {
        pool = ConnectionPools.connect(url + "?maxSize=1&applicationName=only");
        orm = ReactiveOrm.builder(pool).statements(log).transactions(log).build();
    }

    ReactiveOrm orm() {
        return orm;
    }

    StatementLog log() {
        return log;
    }

    int acquired() {
        return pool.getMetrics().orElseThrow().acquiredSize();
    }

    /** The first words of the statements that were sent. */
    List<String> verbs() {
        return log.list().stream()
                .map(statement -> statement.sql().split(" ")[0])
                .toList();
    }

    /** The names of the cursors that were opened. */
    List<String> cursors() {
        return log.list().stream()
                .map(statement -> statement.sql().split(" "))
                .filter(words -> words[0].equals("declare"))
                .map(words -> words[1])
                .toList();
    }

    /** The rows of the windows that were read. */
    List<Long> windows() {
        return log.list().stream()
                .filter(statement -> statement.sql().startsWith("fetch"))
                .map(ExecutedStatement::rows)
                .toList();
    }

    /** The only connection can be had at once, and has neither a transaction nor a cursor. */
    void assertClean() {
        List<String> found = orm.sql(
                        "select (select count(*) from pg_cursors) || ' cursors, transaction of ' || (now() - statement_timestamp())")
                .as(String.class)
                .all()
                .collectList()
                .block(PATIENCE);
        assertThat(found).containsExactly("0 cursors, transaction of 00:00:00");
        assertThat(acquired()).isZero();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertClean();
        pool.close().block(PATIENCE);
    }
}
