package org.reactiveorm.transaction;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** The pool that connections come from, for whoever operates the service. Thread-safe. */
public final class Pool {

    private final PoolMetrics metrics;
    private final ConnectionProvider connections;

    private Pool(PoolMetrics metrics, ConnectionProvider connections) {
        this.metrics = metrics;
        this.connections = connections;
    }

    /** The r2dbc-pool that this factory is, or wraps; empty if it is something else. */
    public static Optional<Pool> of(ConnectionFactory factory) {
        return Stream.<Object>iterate(
                        factory,
                        Objects::nonNull,
                        each -> each instanceof Wrapped<?> wrapper && !(each instanceof ConnectionPool)
                                ? wrapper.unwrap()
                                : null)
                .filter(ConnectionPool.class::isInstance)
                .map(ConnectionPool.class::cast)
                .findFirst()
                .flatMap(ConnectionPool::getMetrics)
                .map(metrics -> new Pool(metrics, ConnectionProvider.of(factory)));
    }

    /** What the connections do now. */
    public PoolFigures figures() {
        return PoolFigures.of(metrics);
    }

    /**
     * Opens connections, before there is traffic that would wait for them: takes as many at once, at most as many as the pool
     * has, and gives them back. Fails when one of them could not be had, with what a statement would fail with; those that
     * could be had stay open. A cancel does not stop it.
     *
     * @throws InvalidQueryException if the number is not positive
     */
    public Mono<Void> warmUp(int atOnce) {
        if (atOnce < 1) {
            throw new InvalidQueryException(
                    "A pool cannot be warmed up with %d connections. Give at least 1.".formatted(atOnce),
                    ErrorContext.none());
        }
        return Mono.fromFuture(() -> opened(Math.min(atOnce, figures().max())).toFuture(), true);
    }

    private Mono<Void> opened(int atOnce) {
        return Flux.range(0, atOnce)
                .flatMap(i -> connections.acquire().materialize(), atOnce)
                .collectList()
                .flatMap(this::givenBack);
    }

    private Mono<Void> givenBack(List<Signal<Connection>> answers) {
        return Flux.fromIterable(answers)
                .flatMap(answer -> Mono.justOrEmpty(answer.get()))
                .flatMap(connections::release)
                .thenMany(Flux.fromIterable(answers))
                .flatMap(answer -> Mono.justOrEmpty(answer.getThrowable()))
                .next()
                .flatMap(Mono::error);
    }
}
