package org.reactiveorm.test.fault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.test.OrmExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whatever is left behind is found and named; what goes away in time is waited for. */
@Timeout(60)
class CleanPoolIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().emptySchema().perTest();

    private final ConnectionFactory factory = ConnectionFactories.get(database.url());
    private final ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
            .initialSize(2)
            .maxSize(2)
            .build());

    @AfterEach
    void close() {
        pool.disposeLater().block();
    }

    private static void run(Connection connection, String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .blockLast();
    }

    private void assertFound(String what) {
        assertThatThrownBy(() -> CleanPool.assertPoolClean(pool, Duration.ofSeconds(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The pool is not clean")
                .hasMessageContaining(what);
    }

    @Test
    void aPoolThatIsNotUsedIsClean() {
        CleanPool.assertPoolClean(pool);
        CleanPool.assertPoolClean(pool, database.url());
    }

    @Test
    void aConnectionThatIsNotGivenBackIsFound() {
        pool.create().block();
        assertFound("1 connections are not given back, 0 wait for one");
    }

    @Test
    void aConnectionThatIsGivenBackLaterIsWaitedFor() {
        Connection late = pool.create().block();
        Disposable release = Mono.delay(Duration.ofMillis(200))
                .flatMap(tick -> Mono.from(late.close()))
                .subscribe();
        CleanPool.assertPoolClean(pool);
        release.dispose();
    }

    @Test
    void aTransactionThatIsOpenInThePoolIsFound() {
        Connection connection = pool.create().block();
        run(connection, "begin");
        Mono.from(connection.close()).block();
        Connection other = Mono.from(factory.create()).block();
        run(other, "begin; select 'left open'");
        assertFound("is idle in transaction since");
        assertFound("left open");
        Mono.from(other.close()).block();
    }

    @Test
    void aStatementThatRunsIsFound() {
        Connection other = Mono.from(factory.create()).block();
        Disposable sleeping = Flux.from(
                        other.createStatement("select pg_sleep(30)").execute())
                .concatMap(Result::getRowsUpdated)
                .subscribe();
        assertFound("is active since");
        sleeping.dispose();
        Nemesis.on(database.url()).all().block();
    }

    @Test
    void anAdvisoryLockIsFound() {
        Connection connection = pool.create().block();
        run(connection, "select pg_advisory_lock(42)");
        Mono.from(connection.close()).block();
        assertFound("holds a lock: advisory ExclusiveLock");
    }

    @Test
    void aSettingThatStaysIsFound() {
        Connection connection = pool.create().block();
        run(connection, "set statement_timeout = '5s'; set default_transaction_isolation = 'serializable'");
        Mono.from(connection.close()).block();
        assertFound("a connection of the pool has statement_timeout = 5000 instead of 0");
        assertFound("default_transaction_isolation = serializable instead of read committed");
    }

    @Test
    void whatIsNoPoolIsRefused() {
        assertThatThrownBy(() -> CleanPool.assertPoolClean(factory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no ConnectionPool");
    }
}
