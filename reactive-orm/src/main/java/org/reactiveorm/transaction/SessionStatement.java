package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * One statement on a connection that others use too. It waits for its turn and takes its rows off the connection as fast
 * as they come, into a queue, so that the next statement need not wait for the subscriber of this one. A statement that
 * is cancelled while it runs is read to its end: stopping it on the server would fail the whole transaction.
 */
final class SessionStatement<T> implements CoreSubscriber<T>, Subscription, Gate.Turn, Acquisition.Receiver {

    private enum Phase {
        WAITING,
        ACQUIRING,
        RUNNING,
        OVER
    }

    @SuppressWarnings("rawtypes")
    private static final AtomicLongFieldUpdater<SessionStatement> DEMAND =
            AtomicLongFieldUpdater.newUpdater(SessionStatement.class, "demand");

    private final CoreSubscriber<? super T> actual;
    private final Session session;
    private final ConnectionProvider connections;
    private final Function<Connection, ? extends Publisher<T>> work;
    private final Queue<T> rows = Queues.<T>unbounded(8).get(); // grows; most statements have a row or two
    private final AtomicInteger missed = new AtomicInteger();

    private Phase phase = Phase.WAITING; // guarded by this
    private volatile long demand;
    private volatile boolean cancelled;
    private volatile boolean done;
    private @Nullable Throwable error; // published by done

    SessionStatement(
            CoreSubscriber<? super T> actual,
            Session session,
            ConnectionProvider connections,
            Function<Connection, ? extends Publisher<T>> work) {
        this.actual = actual;
        this.session = session;
        this.connections = connections;
        this.work = work;
    }

    void enter() {
        actual.onSubscribe(this);
        session.gate().enter(this);
    }

    // The turn

    @Override
    public boolean start() {
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

    private boolean acquire() {
        if (!moveTo(Phase.ACQUIRING, Phase.WAITING)) {
            return false;
        }
        Acquisition.start(connections, this);
        return true;
    }

    @Override
    public void acquired(Connection connection) {
        if (!moveTo(Phase.RUNNING, Phase.ACQUIRING)) {
            new Lease(connections, connection)
                    .release()
                    .contextWrite(currentContext())
                    .subscribe();
            return;
        }
        session.open(connection, currentContext());
        run(connection);
    }

    @Override
    public void notAcquired(Throwable reason) {
        if (moveTo(Phase.OVER, Phase.ACQUIRING)) {
            session.gate().leave();
            finish(reason);
        }
    }

    private void run(Connection connection) {
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
        if (cancelled) {
            Operators.onDiscard(row, currentContext());
            return;
        }
        rows.add(row);
        drain();
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
            Throwable outcome = session.ended(reason);
            session.gate().leave();
            finish(outcome);
        }
    }

    private void finish(@Nullable Throwable reason) {
        error = reason;
        done = true;
        drain();
    }

    // The subscriber

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            Operators.addCap(DEMAND, this, n);
            drain();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (moveTo(Phase.OVER, Phase.ACQUIRING)) {
            session.gate().leave();
        } else {
            moveTo(Phase.OVER, Phase.WAITING);
        }
        drain();
    }

    private void drain() {
        if (missed.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            emit();
            seen = missed.addAndGet(-seen);
        } while (seen != 0);
    }

    private void emit() {
        long wanted = demand;
        long given = 0;
        while (true) {
            if (cancelled) {
                Operators.onDiscardQueueWithClear(rows, currentContext(), null);
                return;
            }
            boolean ended = done;
            if (ended && rows.isEmpty()) {
                cancelled = true; // nothing is emitted after the end
                terminate();
                return;
            }
            T row = given == wanted ? null : rows.poll();
            if (row == null) {
                break;
            }
            actual.onNext(row);
            given++;
        }
        if (given > 0 && wanted != Long.MAX_VALUE) {
            DEMAND.addAndGet(this, -given);
        }
    }

    private void terminate() {
        Throwable reason = error;
        if (reason == null) {
            actual.onComplete();
        } else {
            actual.onError(reason);
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    private synchronized boolean moveTo(Phase next, Phase expected) {
        if (phase != expected) {
            return false;
        }
        phase = next;
        return true;
    }
}
