package org.reactiveorm.execution;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactiveorm.TestDatabase;
import reactor.core.publisher.Mono;

/** Per test class one connection in each format of the driver. */
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
        for (Format format : Format.values()) {
            sessions[format.ordinal()] = new Session(connect(format == Format.BINARY));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (Session session : sessions) {
            session.close();
        }
    }

    private static PostgresqlConnection connect(boolean binary) {
        return Mono.from(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                .host("localhost")
                                .port(TestDatabase.shared().port())
                                .username("postgres")
                                .database("postgres")
                                .forceBinary(binary)
                                .build())
                        .create())
                .block();
    }
}
