package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A nested transaction (PostgreSQL, {@code SAVEPOINT}). To the session around it, it is one long turn: so nobody else's statement gets
 * between its own and is undone with them. {@code SAVEPOINT} goes out with its first statement and its end with whatever comes next,
 * so it costs no round trip; if the server refuses the end, it refuses {@code COMMIT} too.
 */
final class Savepoint implements Transaction {

    private final Session outer;
    private final Outside outside;
    private final @Nullable Duration limit;
    private final SessionState state;
    private final SavepointTurn turn;
    private final String name;
    private final AtomicBoolean hasPlace = new AtomicBoolean(true);

    private volatile @Nullable Unawaited begin;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Throwable statementError;

    /**
     * Opens nothing yet.
     *
     * @throws InvalidQueryException if there is one already
     */
    Savepoint(TransactionOptions options, Outside outside, Session outer) {
        if (!outer.state().hasSavepoint().compareAndSet(false, true)) {
            throw new InvalidQueryException(
                    "There is an open savepoint in the transaction already. Savepoints cannot run side by side: run one after the other (concatMap instead of flatMap, then() instead of zip()), or one within the other.",
                    ErrorContext.none());
        }
        this.outer = outer;
        this.outside = outside;
        this.turn = new SavepointTurn(outer);
        this.limit = options.limits().transaction();
        this.state = outer.state().nested();
        this.name = "reactive_orm_" + depth();
    }

    @Override
    public Outside outside() {
        return outside;
    }

    @Override
    public @Nullable Duration limit() {
        return limit;
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public OptionalLong id() {
        return outer.id();
    }

    @Override
    public int depth() {
        return outer.depth() + 1;
    }

    @Override
    public @Nullable Connection connection() {
        return connection;
    }

    @Override
    public void connect(Acquisition.Receiver receiver) {
        turn.takeFor(receiver);
    }

    @Override
    public void open(Connection lease, Context context) {
        begin = Unawaited.send(lease, "SAVEPOINT " + name, context);
        connection = lease;
    }

    /** It stays for the next statement. */
    @Override
    public void unwanted(Connection lease, Context context) {}

    @Override
    public void require(String settings, Context context) {
        outer.require(settings, context);
    }

    @Override
    public @Nullable Throwable ended(@Nullable Throwable error) {
        Unawaited sent = begin;
        Throwable own = error == null && sent != null ? sent.error() : error;
        Throwable outcome = own == null ? outer.ended(null) : own;
        if (outcome != null && statementError == null) {
            statementError = outcome;
        }
        return outcome;
    }

    // The end

    @Override
    public Mono<Void> commit() {
        return state.gate().closeAfterWaiting(OpenTransaction::over).then(Mono.defer(this::commitNow));
    }

    private Mono<Void> commitNow() {
        Throwable failed = state.parts().error();
        Connection lease = connection;
        if (lease != null && (failed != null || statementError != null)) {
            return failed == null ? keptIfWhole(lease) : undone().then(Mono.error(PartialFailure.swallowed(failed)));
        }
        if (lease != null) {
            send(lease, "RELEASE SAVEPOINT " + name);
        }
        return kept();
    }

    /** An error that was swallowed may have been one of the server, which then undoes all; or one of our own. */
    private Mono<Void> keptIfWhole(Connection lease) {
        Unawaited release = send(lease, "RELEASE SAVEPOINT " + name);
        return release.answered().then(Mono.defer(() -> {
            Throwable swallowed = statementError;
            return release.error() == null || swallowed == null
                    ? kept()
                    : undone().then(Mono.error(PartialFailure.swallowed(swallowed)));
        }));
    }

    /** What is to be done at its end is to be done at that of the transaction around it, which may come as soon as it has left. */
    private Mono<Void> kept() {
        state.hooks().moveTo(outer.state().hooks(), outside::leave);
        leave();
        return Mono.empty();
    }

    @Override
    public Mono<Void> rollback(@Nullable Throwable reason) {
        return Mono.defer(() -> {
            Mono<Void> idle = state.gate().close(OpenTransaction::over);
            giveUpPlace(); // the next savepoint may come before this one is settled: it waits for its turn then
            Mono<Void> stopped = state.gate().isBusy() ? stopped(idle) : idle;
            return stopped.then(Mono.defer(this::undone));
        });
    }

    private Mono<Void> stopped(Mono<Void> idle) {
        return Lease.quiet(idle, this::connection).timeout(Lease.DEADLINE).onErrorResume(this::lost);
    }

    /** Nobody can stop what runs within it, so what is around it can never be committed. */
    private Mono<Void> lost(Throwable error) {
        outer.state().parts().add(error);
        return Mono.empty();
    }

    private Mono<Void> undone() {
        Connection lease = connection;
        if (lease != null) {
            send(lease, "ROLLBACK TO SAVEPOINT %s; RELEASE SAVEPOINT %s".formatted(name, name));
        }
        leave();
        return Mono.empty();
    }

    private void leave() {
        giveUpPlace();
        turn.leave();
    }

    private void giveUpPlace() {
        if (hasPlace.compareAndSet(true, false)) {
            outer.state().hasSavepoint().set(false);
        }
    }

    private static Unawaited send(Connection lease, String sql) {
        return Unawaited.send(lease, sql, Context.empty());
    }

    /** It waits for nothing that the transaction around it does not wait for too. */
    @Override
    public void abandon() {}
}
