package org.reactiveorm.execution;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import reactor.core.publisher.Mono;

/** A real server for all test classes of a run, and per test class one connection in each format of the driver. */
final class Postgres implements BeforeAllCallback, AfterAllCallback {

    private final Session[] sessions = new Session[Format.values().length];

    /** How the driver asks for results. */
    enum Format {
        TEXT,
        BINARY
    }

    Session in(Format format) {
        return sessions[format.ordinal()];
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        EmbeddedPostgres server = context.getRoot()
                .getStore(Namespace.create(Postgres.class))
                .computeIfAbsent("server", key -> new Server(start()), Server.class)
                .running();
        for (Format format : Format.values()) {
            sessions[format.ordinal()] = new Session(connect(server, format == Format.BINARY));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (Session session : sessions) {
            session.close();
        }
    }

    private static PostgresqlConnection connect(EmbeddedPostgres server, boolean binary) {
        return Mono.from(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                .host("localhost")
                                .port(server.getPort())
                                .username("postgres")
                                .database("postgres")
                                .forceBinary(binary)
                                .build())
                        .create())
                .block();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends with the run. */
    private record Server(EmbeddedPostgres running) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            running.close();
        }
    }
}
