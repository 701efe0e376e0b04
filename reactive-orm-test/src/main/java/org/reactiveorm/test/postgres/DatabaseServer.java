package org.reactiveorm.test.postgres;

import static org.reactiveorm.test.postgres.StartedServer.Lifetime.LONGER;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Creates databases on a started server by cloning templates, and drops what is left at the end. */
final class DatabaseServer implements PostgresServer {

    private static final Logger LOG = Loggers.getLogger(PostgresServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BUILTIN_LOCALES = 170_000;

    private final StartedServer started;
    private final ConnectionPool administration;
    /** Keeps two JVMs on one server apart. */
    private final String prefix =
            "orm_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    private final AtomicInteger counter = new AtomicInteger();
    private final Map<String, String> templates = new ConcurrentHashMap<>();
    private final Set<String> living = ConcurrentHashMap.newKeySet();

    DatabaseServer(StartedServer started) {
        this.started = started;
        this.administration = new ConnectionPool(ConnectionPoolConfiguration.builder(factory(started.url()))
                .initialSize(0)
                .maxSize(4)
                .maxIdleTime(Duration.ofSeconds(30))
                .build());
    }

    @Override
    public String description() {
        return started.description();
    }

    /** Finds out at once, and with a message that helps, what would break the first test. */
    void check() {
        Boolean mayCreate;
        try {
            mayCreate = one("select rolcreatedb or rolsuper from pg_roles where rolname = current_user", Boolean.class)
                    .block(PATIENCE);
        } catch (RuntimeException failure) {
            throw new IllegalStateException(
                    "%s does not answer: %s".formatted(description(), failure.getMessage()), failure);
        }
        if (!Boolean.TRUE.equals(mayCreate)) {
            throw new IllegalStateException(
                    "The role of %s may not create databases. Give it the right: alter role … createdb"
                            .formatted(description()));
        }
    }

    @Override
    public TestDatabase database(String script) {
        String template = templates.computeIfAbsent(script, this::template);
        String name = prefix + "_" + counter.incrementAndGet();
        living.add(name);
        // The default strategy (WAL_LOG from PostgreSQL 15 on) copies a schema in the time of FILE_COPY when nothing
        // waits for a disk, and far faster on a server that does.
        admin("create database %s template %s".formatted(name, template)).block(PATIENCE);
        return new Clone(name);
    }

    /** True of the name of a database that was made here. */
    boolean owns(String database) {
        return database.startsWith(prefix);
    }

    /** Ends everything. Runs when the JVM goes down, so it reports and does not throw. */
    void stop() {
        try {
            if (started.lifetime() == LONGER) {
                Flux.fromIterable(living).flatMap(this::drop, 4).then().block(PATIENCE);
            }
            // The server may be on its way down already: it has a shutdown hook of its own.
            administration.disposeLater().onErrorComplete().block(PATIENCE);
            started.stop().run();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Not all is tidied up on {}; its databases begin with {}: {}",
                    description(),
                    prefix,
                    failure.toString());
        }
    }

    /** A database that nobody may connect to: one connection would keep it from being cloned. */
    private String template(String script) {
        String name = prefix + "_template_" + counter.incrementAndGet();
        living.add(name);
        admin("create database %s template template0 encoding 'UTF8' %s".formatted(name, locale()))
                .block(PATIENCE);
        try {
            if (!script.isBlank()) {
                Mono.usingWhen(
                                factory(started.url().withDatabase(name)).create(),
                                connection -> run(connection, script),
                                Connection::close)
                        .block(PATIENCE);
            }
            admin("alter database %s allow_connections false".formatted(name)).block(PATIENCE);
            return name;
        } catch (RuntimeException failure) {
            drop(name).block(PATIENCE);
            throw new IllegalStateException(
                    "The script of the test's database fails: %s\n%s".formatted(failure.getMessage(), script), failure);
        }
    }

    /** The same order of texts everywhere, where the server can promise that. */
    private String locale() {
        Integer version = one("select current_setting('server_version_num')::int", Integer.class)
                .block(PATIENCE);
        return version != null && version >= BUILTIN_LOCALES
                ? "locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'"
                : "";
    }

    private Mono<Void> drop(String name) {
        return admin("drop database if exists %s with (force)".formatted(name))
                .doOnSuccess(done -> living.remove(name));
    }

    private Mono<Void> admin(String sql) {
        return Mono.usingWhen(administration.create(), connection -> run(connection, sql), Connection::close);
    }

    private <T> Mono<T> one(String sql, Class<T> type) {
        return Mono.usingWhen(
                administration.create(),
                connection -> Flux.from(connection.createStatement(sql).execute())
                        .concatMap(result -> result.map((row, metadata) -> row.get(0, type)))
                        .next(),
                Connection::close);
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private static ConnectionFactory factory(DatabaseUrl url) {
        return ConnectionFactories.get(url.options());
    }

    private final class Clone implements TestDatabase {

        private final String name;

        Clone(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String url() {
            return started.url().withDatabase(name).toString();
        }

        @Override
        public Mono<Void> drop() {
            return DatabaseServer.this.drop(name);
        }
    }
}
