package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.sqlstate.ErrorSubject;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * One transaction of ours from its first subscriber to the connection's return. The connection comes with the first
 * statement and {@code BEGIN} goes out right before it, without waiting for an answer.
 */
final class OpenTransaction implements Transaction {

    private final long id;
    private final Opening opening;
    private final ConnectionProvider connections;
    private final TransactionListener listener;
    private final ErrorSubject subject;
    private final SessionState state = new SessionState();

    private volatile @Nullable Connection connection;
    private volatile @Nullable Unawaited begin;
    private volatile @Nullable Throwable statementError;
    private volatile @Nullable RuntimeException refused;
    private volatile long begun;
    private final AtomicBoolean isSettled = new AtomicBoolean();

    OpenTransaction(long id, Opening opening, Surroundings surroundings) {
        this.id = id;
        this.opening = opening;
        this.connections = surroundings.connections();
        this.listener = surroundings.listener();
        this.subject = surroundings.subject();
    }

    @Override
    public OptionalLong id() {
        return OptionalLong.of(id);
    }

    @Override
    public Outside outside() {
        return opening.outside();
    }

    @Override
    public @Nullable Duration limit() {
        return opening.options().limits().transaction();
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public @Nullable Deadlines<SessionStatement<?>> deadlines() {
        return opening.deadlines();
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public @Nullable Connection connection() {
        return connection;
    }

    /** Beside another transaction nobody must wait for a connection: that one's may be the only one. */
    @Override
    public void connect(Acquisition.Receiver receiver) {
        Acquisition.start(opening.outside().isTransaction() ? connections::acquireNow : connections::acquire, receiver);
    }

    @Override
    public void open(Connection lease, Context context) {
        connection = lease;
        begun = System.nanoTime();
        tell(listener::began, null);
        Unawaited sent = Unawaited.send(lease, opening.sql(lease), context);
        begin = sent;
        Throwable error = sent.error();
        if (error != null && DatabaseErrors.isEndOfSession(error)) {
            state.lost().set(error);
        }
    }

    @Override
    public void unwanted(Connection lease, Context context) {
        new Lease(connections, lease).release().contextWrite(context).subscribe();
    }

    @Override
    public void require(String settings, Context context) {
        opening.require(settings);
    }

    /** Its settings are from its {@code BEGIN}. */
    @Override
    public void partUndone() {}

    /** A statement that went well after a BEGIN that did not has run outside of any transaction: that is no success. */
    @Override
    public @Nullable Throwable ended(@Nullable Throwable error) {
        Unawaited sent = begin;
        RuntimeException reason = refused;
        Throwable own = error == null || reason == null ? error : reason;
        Throwable outcome = own == null && sent != null ? sent.error() : own;
        if (outcome != null && statementError == null) {
            statementError = outcome;
        }
        return outcome;
    }

    // The end

    /** Commits after the statements that wait already, or rolls back and fails. Completes when the connection is back. */
    @Override
    public Mono<Void> commit() {
        return state.gate().closeAfterWaiting(OpenTransaction::over).then(Mono.defer(this::commitNow));
    }

    private Mono<Void> commitNow() {
        Connection lease = connection;
        Unawaited sent = begin;
        if (lease == null || sent == null) {
            return Mono.empty();
        }
        Throwable failed = state.parts().error();
        if (failed != null) {
            return failedAfter(rollBack(lease, failed), PartialFailure.swallowed(failed));
        }
        // The driver skips a COMMIT when it has not heard of the BEGIN yet.
        return sent.answered()
                .then(Mono.defer(() -> sendCommit(lease)))
                .onErrorResume(error -> notCommitted(lease, error))
                .then(Mono.defer(() -> {
                    isSettled.set(true);
                    tell(listener::committed, null);
                    return new Lease(connections, lease).release();
                }));
    }

    private Mono<Void> sendCommit(Connection lease) {
        if (Lease.isClosed(lease) || state.lost().get() != null) {
            return Mono.error(new ConnectionLostException(
                    "The connection was lost before COMMIT was sent, so nothing was changed. Try again.",
                    ErrorContext.none(),
                    statementError));
        }
        if (lease.isAutoCommit()) {
            return Mono.error(new DatabaseException(
                    "The transaction was ended by a statement within it, so its outcome is not ours to tell. Leave COMMIT and ROLLBACK to the library.",
                    ErrorContext.none(),
                    statementError));
        }
        return Mono.from(lease.commitTransaction());
    }

    private Mono<Void> notCommitted(Connection lease, Throwable error) {
        isSettled.set(true);
        Throwable translated = DatabaseErrors.translate(error, subject);
        Lease returned = new Lease(connections, lease);
        boolean isLost = translated instanceof ConnectionLostException && translated != error;
        if (isLost && !opening.options().readOnly()) {
            tell(listener::outcomeUnknown, error);
            return failedAfter(
                    returned.discard(),
                    new CommitOutcomeUnknownException(
                            "The connection was lost while COMMIT was under way: the transaction may or may not be committed. Look before trying again.",
                            ErrorContext.none(),
                            error));
        }
        Throwable swallowed = statementError;
        Throwable reason = error instanceof R2dbcRollbackException && swallowed != null
                ? PartialFailure.swallowed(swallowed)
                : translated;
        return failedAfter(rollBack(lease, reason), reason);
    }

    @Override
    public Mono<Void> ending(Mono<Void> end) {
        return connection == null || state.hooks().isEmpty() ? end : connections.ending(end);
    }

    @Override
    public void abandon() {
        if (connection != null && !isSettled.get()) {
            Schedulers.parallel().schedule(this::sever, Lease.DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The driver then knows that no answer will come, and the commit fails. */
    private void sever() {
        Connection lease = connection;
        if (lease != null && isSettled.compareAndSet(false, true)) {
            Lease.sever(lease);
        }
    }

    /** Undoes everything, also what is still running. Completes when the connection is back, never fails. */
    @Override
    public Mono<Void> rollback(@Nullable Throwable reason) {
        return Mono.defer(() -> {
            Mono<Void> idle = state.gate().close(OpenTransaction::over);
            boolean isBusy = state.gate().isBusy();
            Connection lease = connection;
            if (lease != null && isBusy) {
                isSettled.set(true);
                return told(new Lease(connections, lease).rollBack(idle), reason);
            }
            Mono<Void> stopped = isBusy ? Lease.quiet(idle, this::connection).onErrorComplete() : idle;
            return stopped.then(Mono.defer(() -> {
                Connection late = connection;
                return late == null ? Mono.empty() : rollBack(late, reason);
            }));
        });
    }

    /** Nothing is under way on the connection. */
    private Mono<Void> rollBack(Connection lease, @Nullable Throwable reason) {
        isSettled.set(true);
        return told(new Lease(connections, lease).rollBack(), reason);
    }

    /** The listener hears of it before the subscriber does, as of a commit. */
    private Mono<Void> told(Mono<Void> cleanup, @Nullable Throwable reason) {
        return cleanup.doOnTerminate(() -> tell(listener::rolledBack, reason));
    }

    /** What comes now gets {@code reason}, and so does what is running when it fails; the end is yet to come. */
    void refuse(RuntimeException reason) {
        refused = reason;
        state.gate().close(() -> reason);
    }

    private static Mono<Void> failedAfter(Mono<Void> cleanup, Throwable reason) {
        return cleanup.then(Mono.error(reason));
    }

    static InvalidQueryException over() {
        return new InvalidQueryException(
                "The transaction is over. A statement was subscribed to after the transaction's publisher had ended; make it a part of that publisher.",
                ErrorContext.none());
    }

    private void tell(Consumer<TransactionEvent> how, @Nullable Throwable error) {
        try {
            how.accept(event(error));
        } catch (Throwable e) {
            Operators.onErrorDropped(e, Context.empty());
        }
    }

    private TransactionEvent event(@Nullable Throwable error) {
        return new TransactionEvent(id, opening.options(), Duration.ofNanos(System.nanoTime() - begun), error);
    }
}
