package org.reactiveorm.transaction;

import io.r2dbc.pool.PoolingConnectionFactoryProvider;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that a URL may have. One that would be ignored is refused: it was meant to do something. */
final class PoolOptions {

    /** How long a connection may have been idle before the server is asked whether it is still there. */
    static final Option<Duration> VALIDATE_AFTER_IDLE = Option.valueOf("validateAfterIdle");

    private static final Map<String, Option<?>> TAKEN = Stream.of(
                    VALIDATE_AFTER_IDLE,
                    ConnectionFactoryOptions.CONNECT_TIMEOUT,
                    ConnectionFactoryOptions.LOCK_WAIT_TIMEOUT,
                    ConnectionFactoryOptions.SSL,
                    ConnectionFactoryOptions.STATEMENT_TIMEOUT,
                    PoolingConnectionFactoryProvider.ACQUIRE_RETRY,
                    PoolingConnectionFactoryProvider.BACKGROUND_EVICTION_INTERVAL,
                    PoolingConnectionFactoryProvider.INITIAL_SIZE,
                    PoolingConnectionFactoryProvider.MAX_ACQUIRE_TIME,
                    PoolingConnectionFactoryProvider.MAX_CREATE_CONNECTION_TIME,
                    PoolingConnectionFactoryProvider.MAX_IDLE_TIME,
                    PoolingConnectionFactoryProvider.MAX_LIFE_TIME,
                    PoolingConnectionFactoryProvider.MAX_SIZE,
                    PoolingConnectionFactoryProvider.MAX_VALIDATION_TIME,
                    PoolingConnectionFactoryProvider.MIN_IDLE,
                    PostgresqlConnectionFactoryProvider.APPLICATION_NAME,
                    PostgresqlConnectionFactoryProvider.AUTODETECT_EXTENSIONS,
                    PostgresqlConnectionFactoryProvider.COMPATIBILITY_MODE,
                    PostgresqlConnectionFactoryProvider.CURRENT_SCHEMA,
                    PostgresqlConnectionFactoryProvider.ERROR_RESPONSE_LOG_LEVEL,
                    PostgresqlConnectionFactoryProvider.FETCH_SIZE,
                    PostgresqlConnectionFactoryProvider.FORCE_BINARY,
                    PostgresqlConnectionFactoryProvider.HOST_RECHECK_TIME,
                    PostgresqlConnectionFactoryProvider.LOAD_BALANCE_HOSTS,
                    PostgresqlConnectionFactoryProvider.NOTICE_LOG_LEVEL,
                    PostgresqlConnectionFactoryProvider.OPTIONS,
                    PostgresqlConnectionFactoryProvider.PREFER_ATTACHED_BUFFERS,
                    PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES,
                    PostgresqlConnectionFactoryProvider.SCHEMA,
                    PostgresqlConnectionFactoryProvider.SOCKET,
                    PostgresqlConnectionFactoryProvider.SSL_CERT,
                    PostgresqlConnectionFactoryProvider.SSL_HOSTNAME_VERIFIER,
                    PostgresqlConnectionFactoryProvider.SSL_KEY,
                    PostgresqlConnectionFactoryProvider.SSL_MODE,
                    PostgresqlConnectionFactoryProvider.SSL_MODE_ALIAS,
                    PostgresqlConnectionFactoryProvider.SSL_NEGOTIATION,
                    PostgresqlConnectionFactoryProvider.SSL_NEGOTIATION_ALIAS,
                    PostgresqlConnectionFactoryProvider.SSL_PASSWORD,
                    PostgresqlConnectionFactoryProvider.SSL_ROOT_CERT,
                    PostgresqlConnectionFactoryProvider.SSL_SNI,
                    PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT,
                    PostgresqlConnectionFactoryProvider.TARGET_SERVER_TYPE,
                    PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE,
                    PostgresqlConnectionFactoryProvider.TCP_NODELAY,
                    PostgresqlConnectionFactoryProvider.TIME_ZONE)
            .collect(Collectors.toMap(Option::name, Function.identity(), (one, same) -> one));

    private PoolOptions() {}

    /**
     * Refuses what neither the driver nor this pool takes from a text.
     *
     * @throws org.reactiveorm.error.InvalidQueryException with the option's name, never its value
     */
    static void requireTaken(String url) {
        int start = url.indexOf('?');
        if (start < 0) {
            return;
        }
        for (String assignment : url.substring(start + 1).split("&", -1)) {
            String name = URLDecoder.decode(assignment.split("=", 2)[0], StandardCharsets.UTF_8);
            if (!TAKEN.containsKey(name)) {
                throw PoolUrl.wrong("has the option %s, which this pool does not have".formatted(name), wayOut(name));
            }
        }
    }

    private static String wayOut(String name) {
        return TAKEN.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map("Its name is %s"::formatted)
                .orElse("Leave it out, or make the pool yourself and give it to ReactiveOrm.create");
    }
}
