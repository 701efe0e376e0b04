package org.reactiveorm.transaction;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.PROTOCOL;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/** Reads an R2DBC URL and says what is wrong with it. */
final class PoolUrl {

    private static final int HIGHEST_PORT = 65_535;

    private static final String EXAMPLE = "Expected r2dbc:postgresql://user:password@host:port/database";

    private PoolUrl() {}

    static ConnectionFactoryOptions parse(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw wrong("is empty");
        }
        if (url.startsWith("jdbc:")) {
            throw wrong("starts with jdbc:, which is for blocking drivers");
        }
        if (!url.startsWith("r2dbc:") && !url.startsWith("r2dbcs:")) {
            throw wrong("does not start with r2dbc: or, for TLS, r2dbcs:");
        }
        ConnectionFactoryOptions options = withoutPool(parsed(url));
        Object driver = options.getValue(DRIVER);
        if (!"postgresql".equals(driver) && !"postgres".equals(driver)) {
            throw wrong("is for the driver '%s', but only postgresql is supported".formatted(driver));
        }
        require(options, HOST, "host");
        require(options, USER, "user");
        require(options, DATABASE, "database");
        requirePort(options.getValue(PORT));
        PoolOptions.requireTaken(url);
        return options;
    }

    private static ConnectionFactoryOptions parsed(String url) {
        try {
            return ConnectionFactoryOptions.parse(url);
        } catch (IllegalArgumentException e) {
            // the cause's message quotes the URL with its password
            throw wrong("cannot be parsed; special characters in user and password have to be percent-encoded");
        }
    }

    /** {@code r2dbc:pool:postgresql:…} asks for what we do anyway. */
    private static ConnectionFactoryOptions withoutPool(ConnectionFactoryOptions options) {
        if (!"pool".equals(options.getValue(DRIVER))) {
            return options;
        }
        String[] protocols = String.valueOf(options.getValue(PROTOCOL)).split(":", 2);
        return options.mutate()
                .option(DRIVER, protocols[0])
                .option(PROTOCOL, protocols.length == 2 ? protocols[1] : "")
                .build();
    }

    private static void require(ConnectionFactoryOptions options, Option<String> option, String name) {
        Object value = options.getValue(option);
        if (value == null || value.toString().isBlank() || value.toString().startsWith(":")) {
            throw wrong("has no " + name);
        }
    }

    private static void requirePort(@Nullable Object port) {
        if (port instanceof Integer number && (number < 1 || number > HIGHEST_PORT)) {
            throw wrong("has the port %d, but ports are 1 to %d".formatted(number, HIGHEST_PORT));
        }
    }

    private static InvalidQueryException wrong(String what) {
        return wrong(what, EXAMPLE);
    }

    /** Without a cause, whose message could quote the URL. */
    static InvalidQueryException wrong(String what, String wayOut) {
        return new InvalidQueryException("The database URL %s. %s.".formatted(what, wayOut), ErrorContext.none());
    }
}
