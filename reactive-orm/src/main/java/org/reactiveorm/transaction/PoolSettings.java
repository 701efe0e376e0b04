package org.reactiveorm.transaction;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolingConnectionFactoryProvider;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.ValidationDepth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.pool.PooledRefMetadata;

/** The defaults of a pool that we make, under the options that the URL gives. */
record PoolSettings(ConnectionFactoryOptions options) {

    private static final Duration NEVER = Duration.ofMillis(-1);

    ConnectionPool pool() {
        IdleCheck idleCheck = new IdleCheck(validateAfterIdle(), maxValidationTime());
        ConnectionPoolConfiguration configuration = wrongUnlessAccepted(() -> configuration(idleCheck));
        return new LimitedPool(configuration, idleCheck, maxSize(), maxAcquireTime());
    }

    int maxSize() {
        return number(PoolingConnectionFactoryProvider.MAX_SIZE, 10);
    }

    Duration maxAcquireTime() {
        return duration(PoolingConnectionFactoryProvider.MAX_ACQUIRE_TIME, Duration.ofSeconds(5));
    }

    Duration maxCreateConnectionTime() {
        return duration(PoolingConnectionFactoryProvider.MAX_CREATE_CONNECTION_TIME, Duration.ofSeconds(10));
    }

    Duration maxLifeTime() {
        return duration(PoolingConnectionFactoryProvider.MAX_LIFE_TIME, Duration.ofMinutes(30));
    }

    Duration maxIdleTime() {
        return duration(PoolingConnectionFactoryProvider.MAX_IDLE_TIME, NEVER);
    }

    /** Less than the time after which firewalls forget a connection, which is a minute or more. */
    Duration validateAfterIdle() {
        return duration(PoolOptions.VALIDATE_AFTER_IDLE, Duration.ofSeconds(30));
    }

    /** Leaves time for another connection within {@link #maxAcquireTime}. */
    Duration maxValidationTime() {
        return duration(PoolingConnectionFactoryProvider.MAX_VALIDATION_TIME, Duration.ofSeconds(2));
    }

    /**
     * A retry would repeat a wrong password too. Closed connections, which retries are meant for, are thrown out before they
     * are handed out instead.
     */
    int acquireRetry() {
        return number(PoolingConnectionFactoryProvider.ACQUIRE_RETRY, 0);
    }

    ConnectionFactoryOptions driverOptions() {
        ConnectionFactoryOptions.Builder defaults = ConnectionFactoryOptions.builder()
                .option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, 256)
                .option(PostgresqlConnectionFactoryProvider.TIME_ZONE, TimeZone.getTimeZone("UTC"))
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, true)
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, Duration.ofSeconds(10));
        return defaults.from(options).build();
    }

    /** Without limits of the pool's own to acquire and to validate, which cost a timer for each statement. */
    private ConnectionPoolConfiguration configuration(IdleCheck idleCheck) {
        Duration maxIdleTime = maxIdleTime();
        Duration maxLifeTime = maxLifeTime();
        Duration eviction = duration(PoolingConnectionFactoryProvider.BACKGROUND_EVICTION_INTERVAL, Duration.ZERO);
        return ConnectionPoolConfiguration.builder(new NamedFactory(ConnectionFactories.get(driverOptions()), options))
                .maxSize(maxSize())
                .initialSize(number(PoolingConnectionFactoryProvider.INITIAL_SIZE, 0))
                .minIdle(number(PoolingConnectionFactoryProvider.MIN_IDLE, 0))
                .maxIdleTime(maxIdleTime)
                .maxLifeTime(maxLifeTime)
                .backgroundEvictionInterval(eviction)
                .maxCreateConnectionTime(maxCreateConnectionTime())
                .acquireRetry(acquireRetry())
                .validationDepth(ValidationDepth.LOCAL)
                .customizer(builder -> builder.evictionPredicate((connection, metadata) -> {
                    boolean isOver = isOlder(metadata, maxIdleTime, maxLifeTime) || Lease.isClosed(connection);
                    return isOver ? idleCheck.forget(connection) : idleCheck.evicts(connection, metadata);
                }))
                .build();
    }

    private static ConnectionPoolConfiguration wrongUnlessAccepted(Supplier<ConnectionPoolConfiguration> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException refused) {
            throw PoolUrl.wrong(
                    "has options that do not fit: " + refused.getMessage(),
                    "Expected the options of r2dbc-postgresql and r2dbc-pool");
        }
    }

    private static boolean isOlder(PooledRefMetadata metadata, Duration maxIdleTime, Duration maxLifeTime) {
        return isOver(metadata.idleTime(), maxIdleTime) || isOver(metadata.lifeTime(), maxLifeTime);
    }

    private static boolean isOver(long millis, Duration limit) {
        return !limit.isNegative() && millis >= limit.toMillis();
    }

    private int number(Option<Integer> option, int otherwise) {
        return value(option, Integer::valueOf, otherwise);
    }

    private Duration duration(Option<Duration> option, Duration otherwise) {
        return value(option, Duration::parse, otherwise);
    }

    private <T> T value(Option<T> option, Function<String, T> parser, T otherwise) {
        Object given = options.getValue(option);
        if (given == null) {
            return otherwise;
        }
        try {
            return parser.apply(given.toString());
        } catch (NumberFormatException | DateTimeParseException e) {
            throw PoolUrl.wrong(
                    "has the option %s=%s".formatted(option.name(), given),
                    "Expected " + (otherwise instanceof Integer ? "a number" : "an ISO-8601 duration such as PT5S"));
        }
    }
}
