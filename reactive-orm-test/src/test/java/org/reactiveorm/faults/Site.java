package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.test.fault.DroppedErrors;
import org.reactiveorm.test.fault.Lines;
import org.reactiveorm.test.fault.Nemesis;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.test.postgres.OwnServer;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A server that may be broken, the network in front of it, and a pool that has to live with both. */
final class Site implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String OPTIONS =
            "?maxSize=8&maxAcquireTime=PT2S&connectTimeout=PT2S&maxCreateConnectionTime=PT2S&applicationName=site";

    private final DroppedErrors dropped = DroppedErrors.record();
    private final OwnServer server = OwnServer.create();
    private final TcpProxy proxy = TcpProxy.of(server.url());
    private final ConnectionPool pool = ConnectionPools.connect(proxy.url() + OPTIONS);

    /** Deadlocks are found soon. */
    Site() {
        directly("alter database postgres set deadlock_timeout = '20ms'");
    }

    ConnectionPool pool() {
        return pool;
    }

    OwnServer server() {
        return server;
    }

    Lines lines() {
        return proxy.lines();
    }

    Nemesis nemesis() {
        return Nemesis.on(server.url()).where("application_name = 'site'");
    }

    /** As the kernel does when memory runs out. */
    void crashBackend() {
        String pid = directly("select pid::text from pg_stat_activity where application_name = 'site' limit 1");
        if (!pid.isEmpty()) {
            ProcessHandle backend = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            backend.destroyForcibly();
            backend.onExit().join();
        }
    }

    /** The first value that a statement answers, on a way without faults; empty if there is none. */
    private String directly(String sql) {
        return Objects.requireNonNull(Mono.usingWhen(
                        ConnectionFactories.get(server.url()).create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(result -> result.map((row, metadata) -> row.get(0, String.class)))
                                .next()
                                .defaultIfEmpty(""),
                        Connection::close)
                .block(PATIENCE));
    }

    /** Nothing is left, in the pool, on the server and in Reactor. */
    void assertClean() {
        CleanPool.assertPoolClean(pool, server.url());
        assertNothingDropped(dropped);
    }

    /**
     * But for what the network says to those who have given up: the driver drops that a connection could not be closed which could
     * not be made, and Reactor Netty that one was reset which is closed.
     */
    static void assertNothingDropped(DroppedErrors dropped) {
        assertThat(dropped.all())
                .filteredOn(error -> !(error instanceof IOException || error.getCause() instanceof IOException))
                .isEmpty();
    }

    @Override
    public void close() {
        pool.close().block(PATIENCE);
        proxy.close();
        server.close();
        dropped.close();
    }
}
