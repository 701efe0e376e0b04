package org.reactiveorm.transaction;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.sqlstate.DatabaseErrors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection of ours and the ways to give it back. Each of them ends without an error: a connection that cannot be
 * cleaned is closed.
 */
record Lease(ConnectionProvider connections, Connection connection) {

    /** A result that ends within this time is cheaper to read to its end than to cancel through a second connection. */
    private static final Duration GRACE = Duration.ofMillis(10);

    /** What answers at all has answered a {@code ROLLBACK} in this time, unless something is in front of it. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A cancel request takes another line than the statement and may arrive before it: what goes on after this time is asked again. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** A server that does not answer the clean-up for so long will not get better. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Gives back a connection on which nothing is under way; a transaction that SQL of the caller has begun ends here. */
    Mono<Void> release() {
        if (!connection.isAutoCommit()) {
            return rollBack();
        }
        return connections.release(connection).onErrorResume(e -> discard());
    }

    /** Closes the connection. */
    Mono<Void> discard() {
        return connections.discard(connection).onErrorComplete();
    }

    /** Gives it back, or closes it, after a statement that has ended with {@code error}, or without one. */
    Mono<Void> releaseAfter(@Nullable Throwable error) {
        if (error == null) {
            return release();
        }
        if (DatabaseErrors.isEndOfSession(error)) {
            return discard();
        }
        return DatabaseErrors.isAnswer(error) ? release() : settle();
    }

    /** Gives it back after an error on our side, which leaves open whether the server is done. */
    private Mono<Void> settle() {
        return stop(run("SELECT 1").cache());
    }

    /**
     * Gives it back when the running statement has stopped, which {@code stopped} tells; helps it to stop if it takes long.
     * An error of {@code stopped} says that the connection is of no use any more.
     */
    Mono<Void> stop(Mono<Void> stopped) {
        return cleanedBy(quiet(stopped, () -> connection));
    }

    /**
     * Ends the transaction of a connection on which nothing of ours is under way, and gives it back. What others have left running, which
     * is in front of the {@code ROLLBACK}, is stopped if it takes long.
     */
    Mono<Void> rollBack() {
        return cleanedBy(Mono.defer(() -> helped(run("ROLLBACK").cache(), PATIENCE, () -> connection)));
    }

    /** {@link #stop} for a connection within a transaction, which is rolled back. */
    Mono<Void> rollBack(Mono<Void> stopped) {
        return cleanedBy(quiet(stopped, () -> connection).then(Mono.defer(() -> run("ROLLBACK"))));
    }

    private Mono<Void> cleanedBy(Mono<Void> cleanup) {
        return cleanup.timeout(DEADLINE)
                .then(Mono.defer(() -> connections.release(connection)))
                .onErrorResume(e -> discard());
    }

    /**
     * Completes when what is running has stopped, which {@code stopped} tells, and helps it to stop if it takes long. A cancel request
     * that is under way must have arrived before anything else is sent, or it hits the next statement.
     *
     * @param running the connection that it runs on, asked when it takes long: null while there is none yet
     */
    static Mono<Void> quiet(Mono<Void> stopped, Supplier<@Nullable Connection> running) {
        return helped(stopped, GRACE, running);
    }

    private static Mono<Void> helped(Mono<Void> stopped, Duration grace, Supplier<@Nullable Connection> running) {
        return stopped.timeout(grace, Mono.defer(() -> {
            Connection busy = running.get();
            return busy == null ? stopped : cancelRequest(busy).then(helped(stopped, AGAIN, running));
        }));
    }

    private Mono<Void> run(String sql) {
        return Flux.defer(() -> connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    /**
     * Asks the server to stop what it is doing on the connection, until that has stopped, which {@code stopped} tells, and closes the
     * connection if the server cannot be asked or does not stop. Nothing else may be sent before this has completed: it would be stopped.
     */
    static Mono<Void> interrupt(Connection connection, Mono<Void> stopped) {
        return cancelRequest(connection)
                .then(helped(stopped, AGAIN, () -> connection))
                .timeout(DEADLINE)
                .onErrorResume(error -> Mono.fromRunnable(() -> sever(connection)));
    }

    /** Asks the server to stop what it is doing on the connection; completes when it has heard of it. */
    static Mono<Void> cancelRequest(Connection connection) {
        PostgresqlConnection postgres = innermost(connection);
        return postgres == null
                ? Mono.error(new UnsupportedOperationException("The driver cannot cancel a statement"))
                : postgres.cancelRequest();
    }

    /** Closes what carries the connection, now, whatever is under way on it; it has yet to be given back. */
    static void sever(Connection connection) {
        PostgresqlConnection postgres = innermost(connection);
        if (postgres != null) {
            postgres.close().onErrorComplete().subscribe(); // a dead network may never answer
        }
    }

    /** Whether the driver has found the line closed: a local check, which answers at once and without the server. */
    static boolean isClosed(Connection connection) {
        boolean[] open = {true};
        Mono.from(connection.validate(ValidationDepth.LOCAL))
                .onErrorReturn(false)
                .subscribe(valid -> open[0] = valid);
        return !open[0];
    }

    private static @Nullable PostgresqlConnection innermost(Object connection) {
        if (connection instanceof PostgresqlConnection postgres) {
            return postgres;
        }
        return connection instanceof Wrapped<?> wrapper ? innermost(wrapper.unwrap()) : null;
    }
}
