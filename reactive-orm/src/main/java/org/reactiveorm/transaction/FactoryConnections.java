package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.sqlstate.ErrorSubject;
import reactor.core.publisher.Mono;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolShutdownException;

/** Connections of a factory, which is a pool in all but tests. */
final class FactoryConnections implements ConnectionProvider {

    private final ConnectionFactory factory;
    private final Mono<Connection> acquire;

    FactoryConnections(ConnectionFactory factory) {
        this.factory = factory;
        // the driver loads hundreds of classes in create(), which is early enough for the first statement
        this.acquire = Mono.defer(() -> Mono.<Connection>from(factory.create())).onErrorMap(this::translate);
    }

    @Override
    public Mono<Connection> acquire() {
        return acquire;
    }

    @Override
    public Mono<Connection> acquireNow() {
        return Mono.defer(() -> {
            PoolFigures figures = figures();
            return figures != null && figures.isExhausted()
                    ? Mono.error(new PoolExhaustedException(
                            "A separate transaction needs a second connection, and there is none (pool: %s). Raise the pool's maxSize, or run it before or after the transaction around it."
                                    .formatted(figures),
                            ErrorContext.none(),
                            null))
                    : acquire;
        });
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return Mono.from(connection.close());
    }

    @Override
    public Mono<Void> discard(Connection connection) {
        return closed(connection);
    }

    /** The pool gives back what it finds closed by opening another one; so the inner connection is closed first. */
    static Mono<Void> closed(Connection connection) {
        return Mono.defer(() -> {
            Connection innermost = innermost(connection);
            if (innermost == connection) {
                return Mono.from(connection.close());
            }
            Mono.from(innermost.close()).onErrorComplete().subscribe(); // a dead network may never answer
            return Mono.from(connection.close());
        });
    }

    static Connection innermost(Connection connection) {
        return connection instanceof Wrapped<?> wrapper && wrapper.unwrap() instanceof Connection inner
                ? innermost(inner)
                : connection;
    }

    private Throwable translate(Throwable error) {
        if (isTimeout(error)) {
            return noConnectionInTime(error);
        }
        if (error instanceof PoolShutdownException) {
            return new ConnectionLostException(
                    "The connection pool has been closed. Close it after the last statement.",
                    ErrorContext.none(),
                    error);
        }
        Throwable translated = DatabaseErrors.translate(error, ErrorSubject.unknown());
        return translated instanceof OrmException
                ? translated
                : new ConnectionLostException(
                        "There is no connection to the database: %s. Check the connection factory.".formatted(error),
                        ErrorContext.none(),
                        error);
    }

    private static boolean isTimeout(Throwable error) {
        return error instanceof R2dbcTimeoutException
                || error instanceof PoolAcquireTimeoutException
                || error instanceof PoolAcquirePendingLimitException;
    }

    private RuntimeException noConnectionInTime(Throwable error) {
        PoolFigures figures = figures();
        if (figures == null) {
            return new PoolExhaustedException(
                    "No connection became free in time: %s.".formatted(error.getMessage()), ErrorContext.none(), error);
        }
        if (!figures.isFull()) {
            return new ConnectionLostException(
                    "The database did not answer in time to a new connection (pool: %s). Check that it is up and reachable."
                            .formatted(figures),
                    ErrorContext.none(),
                    error);
        }
        return new PoolExhaustedException(
                "No connection became free in time (pool: %s). Release connections sooner, or raise the pool's maxSize or maxAcquireTime."
                        .formatted(figures),
                ErrorContext.none(),
                error);
    }

    private @Nullable PoolFigures figures() {
        return Pool.of(factory).map(Pool::figures).orElse(null);
    }
}
