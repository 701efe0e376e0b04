package org.reactiveorm.transaction;

import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Says in one sentence which database could not be connected to, and why. */
final class NamedFactory implements ConnectionFactory {

    private static final int DEFAULT_PORT = 5432;

    private final ConnectionFactory driver;
    private final ConnectionFactoryOptions options;

    NamedFactory(ConnectionFactory driver, ConnectionFactoryOptions options) {
        this.driver = driver;
        this.options = options;
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.<Connection>from(driver.create()).onErrorMap(this::translate);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return driver.getMetadata();
    }

    private Throwable translate(Throwable error) {
        String state = error instanceof PostgresqlException answer
                ? answer.getErrorDetails().getCode()
                : null;
        return new ConnectionLostException(
                "Cannot connect to %s:%s/%s: %s"
                        .formatted(
                                options.getValue(ConnectionFactoryOptions.HOST),
                                port(),
                                options.getValue(ConnectionFactoryOptions.DATABASE),
                                reason(error, state)),
                ErrorContext.none().withSqlState(state),
                error);
    }

    private Object port() {
        Object port = options.getValue(ConnectionFactoryOptions.PORT);
        return port == null ? DEFAULT_PORT : port;
    }

    private String reason(Throwable error, @Nullable String state) {
        Object user = options.getValue(ConnectionFactoryOptions.USER);
        if ("28P01".equals(state) || "28000".equals(state)) {
            return "the server refused user '%s'. Check user and password.".formatted(user);
        }
        if ("3D000".equals(state)) {
            return "the server has no such database. Create it or correct the URL.";
        }
        if ("53300".equals(state)) {
            return "the server has no free connection slot. Use smaller pools or raise its max_connections.";
        }
        Throwable root = DatabaseErrors.rootOf(error);
        if (root instanceof UnknownHostException) {
            return "the host is not known. Check the URL and the network's names.";
        }
        if (root instanceof ConnectException) {
            return "nothing accepts connections there (%s). Check that the server is up and the port is right."
                    .formatted(root.getClass().getSimpleName());
        }
        return "%s.".formatted(root.getMessage());
    }
}
