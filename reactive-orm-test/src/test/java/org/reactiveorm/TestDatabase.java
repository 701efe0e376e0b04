package org.reactiveorm;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One PostgreSQL for all tests of this JVM, and a view on it from outside of the code under test. */
public final class TestDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static @Nullable TestDatabase shared;

    private final EmbeddedPostgres server;
    private final ConnectionPool observer;

    private TestDatabase(EmbeddedPostgres server) {
        this.server = server;
        this.observer = ConnectionPools.connect(url(server.getPort(), "maxSize=3&applicationName=observer"));
    }

    /** Starts the server at the first call; the JVM's end stops it. */
    public static synchronized TestDatabase shared() {
        TestDatabase database = shared;
        if (database == null) {
            try {
                database = new TestDatabase(EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("deadlock_timeout", "100ms")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = database;
        }
        return database;
    }

    public int port() {
        return server.getPort();
    }

    public String url(String parameters) {
        return url(port(), parameters);
    }

    /** A line to it that takes this long for there and back. */
    public TcpProxy proxy(Duration roundTrip) {
        TcpProxy proxy = TcpProxy.of(url(""));
        proxy.lines().roundTrip(roundTrip);
        return proxy;
    }

    public static String url(int port, String parameters) {
        return "r2dbc:postgresql://postgres:postgres@localhost:" + port + "/postgres?" + parameters;
    }

    /** Runs statements from outside. */
    public void run(String sql) {
        withConnection(connection ->
                        Flux.from(connection.createStatement(sql).execute()).concatMap(Result::getRowsUpdated))
                .block(PATIENCE);
    }

    /** The first column of the rows, seen from outside. */
    public <T> List<T> rows(String sql, Class<T> type) {
        List<T> rows =
                withConnection(connection -> values(connection, sql, type)).block(PATIENCE);
        return rows == null ? List.of() : rows;
    }

    public <T> T value(String sql, Class<T> type) {
        return rows(sql, type).get(0);
    }

    /** Sessions of the code under test that have begun a transaction and do nothing. */
    public long idleInTransaction() {
        return value(
                "select count(*) from pg_stat_activity where application_name <> 'observer' and state like 'idle in transaction%'",
                Long.class);
    }

    private <T> Mono<List<T>> withConnection(java.util.function.Function<Connection, Publisher<T>> work) {
        return Flux.usingWhen(observer.create(), work, Connection::close).collectList();
    }

    public static <T> Flux<T> values(Connection connection, String sql, Class<T> type) {
        return Flux.<Result>from(connection.createStatement(sql).execute())
                .concatMap(result -> result.map((row, metadata) -> row.get(0, type)));
    }

    /** Waits until it holds: what is watched happens on the server, which sends no signal. */
    public static void await(String what, java.util.function.BooleanSupplier holds) {
        Boolean held = Mono.fromSupplier(holds::getAsBoolean)
                .subscribeOn(Schedulers.boundedElastic())
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(5)))
                .timeout(PATIENCE, Mono.just(false))
                .block();
        if (!Boolean.TRUE.equals(held)) {
            throw new AssertionError("Waited in vain until " + what);
        }
    }
}
