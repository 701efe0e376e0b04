package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One statement on a connection that others use too. It waits for its turn and takes its rows off the connection as fast
 * as they come, into a queue, so that the next statement need not wait for the subscriber of this one. A statement that
 * is cancelled while it runs is read to its end: stopping it on the server would fail the whole transaction.
 */
final class SessionStatement<T>
        implements CoreSubscriber<T>, Subscription, Gate.Turn, Acquisition.Receiver, Deadlines.Limited {

    private enum Phase {
        WAITING,
        ACQUIRING,
        RUNNING,
        OVER
    }

    private final CoreSubscriber<? super T> actual;
    private final Function<Connection, ? extends Publisher<T>> work;
    private final RowBuffer<T> rows;

    private volatile Session session;
    private Phase phase = Phase.WAITING; // guarded by this
    private long began;

    SessionStatement(
            CoreSubscriber<? super T> actual, Session session, Function<Connection, ? extends Publisher<T>> work) {
        this.actual = actual;
        this.rows = new RowBuffer<>(actual, taken -> {});
        this.session = session;
        this.work = work;
    }

    void enter() {
        actual.onSubscribe(this);
        SessionState around = session.state();
        around.gate().enter(this);
        Savepoint inner = around.savepoint().get();
        if (inner != null) {
            inner.keepWaiting(this);
        }
    }

    /** The same for a statement that the savepoints let pass which are open in its session: they may be waiting for its rows. */
    void enterThroughSavepoints() {
        actual.onSubscribe(this);
        SessionState around = session.state();
        around.passing().removeIf(SessionStatement::isOver);
        around.passing().add(this);
        around.gate().enter(this);
        Savepoint inner = around.savepoint().get();
        if (inner != null) {
            inner.letPass(this);
        }
    }

    // The turn

    /** It is time in a savepoint of its session, earlier than in the session itself. False as {@link #start} says. */
    boolean startWithin(Savepoint inner) {
        synchronized (this) {
            if (phase != Phase.WAITING) {
                return false;
            }
            session = inner;
        }
        return start();
    }

    @Override
    public boolean start() {
        Throwable lost = session.state().lost().get();
        if (lost != null) {
            reject(tooLate(lost));
            return false;
        }
        Connection connection = session.connection();
        if (connection == null) {
            return acquire();
        }
        if (!moveTo(Phase.RUNNING, Phase.WAITING)) {
            return false;
        }
        run(connection);
        return true;
    }

    @Override
    public void reject(RuntimeException reason) {
        if (moveTo(Phase.OVER, Phase.WAITING)) {
            finish(reason);
        }
    }

    /** The driver would refuse it too, and keep the memory of its values. */
    private static ConnectionLostException tooLate(@Nullable Throwable lost) {
        return new ConnectionLostException(
                "The connection of the transaction was lost before this statement, which was not sent. Run the whole transaction again.",
                ErrorContext.none(),
                lost);
    }

    private boolean acquire() {
        if (!moveTo(Phase.ACQUIRING, Phase.WAITING)) {
            return false;
        }
        session.connect(this);
        return true;
    }

    @Override
    public void acquired(Connection connection) {
        if (!moveTo(Phase.RUNNING, Phase.ACQUIRING)) {
            session.unwanted(connection, currentContext());
            return;
        }
        session.open(connection, currentContext());
        Throwable lost = session.state().lost().get();
        if (lost == null) {
            run(connection);
        } else {
            end(tooLate(lost));
        }
    }

    @Override
    public void notAcquired(Throwable reason) {
        if (moveTo(Phase.OVER, Phase.ACQUIRING)) {
            session.state().gate().leave();
            finish(reason);
        }
    }

    private void run(Connection connection) {
        if (Lease.isClosed(connection)) {
            end(tooLate(null));
            return;
        }
        Deadlines<SessionStatement<?>> deadlines = session.deadlines();
        if (deadlines != null) {
            began = System.nanoTime();
            deadlines.add(this);
        }
        Publisher<T> result;
        try {
            result = work.apply(connection);
        } catch (Throwable e) {
            Throwable error = Operators.onOperatorError(e, currentContext());
            onError(DatabaseErrors.unsent(error, ErrorSubject.unknown()));
            return;
        }
        result.subscribe(this);
    }

    // The result

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T row) {
        rows.onNext(row);
    }

    @Override
    public void onError(Throwable reason) {
        end(reason);
    }

    @Override
    public void onComplete() {
        end(null);
    }

    private void end(@Nullable Throwable reason) {
        if (moveTo(Phase.OVER, Phase.RUNNING)) {
            if (reason != null && DatabaseErrors.isEndOfSession(reason)) {
                session.state().lost().compareAndSet(null, reason);
            }
            Deadlines<SessionStatement<?>> deadlines = session.deadlines();
            if (deadlines != null) {
                deadlines.remove(this);
            }
            Throwable outcome = session.ended(reason);
            session.state().gate().leave();
            finish(outcome);
        }
    }

    private void finish(@Nullable Throwable reason) {
        if (reason == null) {
            rows.onComplete();
        } else {
            rows.onError(reason);
        }
    }

    // Its time

    @Override
    public long began() {
        return began;
    }

    /** The server should have ended it. As long as it has not ended here, the connection is nobody else's. */
    @Override
    public synchronized void overdue() {
        Connection connection = session.connection();
        if (connection != null && phase == Phase.RUNNING) {
            Lease.sever(connection);
        }
    }

    // The subscriber

    @Override
    public void request(long n) {
        rows.request(n);
    }

    @Override
    public void cancel() {
        rows.cancel();
        if (moveTo(Phase.OVER, Phase.ACQUIRING)) {
            session.state().gate().leave();
        } else {
            moveTo(Phase.OVER, Phase.WAITING);
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    /** Who gets what it brings. */
    CoreSubscriber<? super T> subscriber() {
        return actual;
    }

    synchronized boolean isWaiting() {
        return phase == Phase.WAITING;
    }

    synchronized boolean isOver() {
        return phase == Phase.OVER;
    }

    private synchronized boolean moveTo(Phase next, Phase expected) {
        if (phase != expected) {
            return false;
        }
        phase = next;
        return true;
    }
}
