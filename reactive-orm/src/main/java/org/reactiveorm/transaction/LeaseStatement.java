package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * One statement on a connection of its own; the end is signalled when the connection is back. A subscriber that wants all
 * rows gets them from the driver directly. For one that asks bit by bit a few are asked for ahead: so back-pressure
 * reaches the server, and the connection is back when the last row has come, not when it has been taken. A cancel never
 * reaches the driver, which would hide when the server is done: the rest is discarded. One that is late is stopped, but what the server
 * says in the end is its end: it may have been done all the same.
 */
final class LeaseStatement<T> implements CoreSubscriber<T>, Subscription, Acquisition.Receiver, Deadlines.Limited {

    /** How many rows are asked for ahead of a subscriber that does not want all of them at once; as many may wait. */
    private static final int AHEAD = 64;

    private static final int ACQUIRING = 0;
    private static final int RUNNING = 1;
    private static final int LATE = 2;
    private static final int ENDED = 3;
    private static final int CANCELLED = 4;
    private static final int DISCARDING = 5;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<LeaseStatement> PHASE =
            AtomicIntegerFieldUpdater.newUpdater(LeaseStatement.class, "phase");

    @SuppressWarnings("rawtypes")
    private static final AtomicLongFieldUpdater<LeaseStatement> DEMAND =
            AtomicLongFieldUpdater.newUpdater(LeaseStatement.class, "demand");

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<LeaseStatement> CANCELS =
            AtomicIntegerFieldUpdater.newUpdater(LeaseStatement.class, "cancels");

    private final CoreSubscriber<? super T> actual;
    private final ConnectionProvider connections;
    private final Function<Connection, ? extends Publisher<T>> work;
    private final @Nullable Deadlines<LeaseStatement<?>> deadlines;

    private volatile int phase;

    @SuppressWarnings("UnusedVariable") // through CANCELS
    private volatile int cancels;

    private volatile long demand;
    private volatile @Nullable Subscription upstream;
    private volatile @Nullable RowBuffer<T> buffer;
    private long taken;
    private @Nullable Lease lease;
    private volatile Sinks.@Nullable Empty<Void> stopped;

    private long began;
    private volatile Mono<Void> interrupted = Mono.empty();

    LeaseStatement(
            CoreSubscriber<? super T> actual,
            ConnectionProvider connections,
            Function<Connection, ? extends Publisher<T>> work,
            @Nullable Deadlines<LeaseStatement<?>> deadlines) {
        this.actual = actual;
        this.connections = connections;
        this.work = work;
        this.deadlines = deadlines;
    }

    void start() {
        actual.onSubscribe(this);
        if (phase == ACQUIRING) {
            Acquisition.start(connections::acquire, this);
        }
    }

    @Override
    public void acquired(Connection connection) {
        Lease acquired = new Lease(connections, connection);
        lease = acquired;
        if (!PHASE.compareAndSet(this, ACQUIRING, RUNNING)) {
            acquired.release().contextWrite(currentContext()).subscribe();
            return;
        }
        watch();
        if (demand != Long.MAX_VALUE) {
            buffer = new RowBuffer<>(actual, this::taken);
            passDemand();
        }
        Publisher<T> rows;
        try {
            rows = work.apply(connection);
        } catch (Throwable e) {
            Throwable error = Operators.onOperatorError(e, currentContext());
            onError(DatabaseErrors.unsent(error, ErrorSubject.unknown()));
            return;
        }
        rows.subscribe(this);
    }

    @Override
    public void notAcquired(Throwable error) {
        if (PHASE.compareAndSet(this, ACQUIRING, ENDED)) {
            actual.onError(error);
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        if (phase == DISCARDING) {
            subscription.request(Long.MAX_VALUE);
        } else if (buffer != null) {
            subscription.request(AHEAD);
        } else {
            passDemand();
        }
    }

    @Override
    public void onNext(T value) {
        if (phase <= LATE) {
            receiver().onNext(value);
        } else {
            Operators.onDiscard(value, currentContext());
        }
    }

    @Override
    public void onError(Throwable error) {
        end(error);
    }

    @Override
    public void onComplete() {
        end(null);
    }

    private void end(@Nullable Throwable error) {
        if (deadlines != null) {
            deadlines.remove(this);
        }
        if (PHASE.compareAndSet(this, RUNNING, ENDED)) {
            lease().releaseAfter(error).subscribe(new AfterRelease(receiver(), error));
            return;
        }
        Sinks.Empty<Void> waiting = stopped;
        if (waiting == null) {
            return;
        }
        if (error != null && DatabaseErrors.isEndOfSession(error)) {
            waiting.tryEmitError(error);
        } else {
            waiting.tryEmitEmpty();
        }
        if (PHASE.compareAndSet(this, LATE, ENDED)) {
            interrupted.then(lease().releaseAfter(error)).subscribe(new AfterRelease(receiver(), error));
        }
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            Operators.addCap(DEMAND, this, n);
            passDemand();
        }
    }

    /** Demand waits until it is known whom it is for. */
    private void passDemand() {
        RowBuffer<T> waiting = buffer;
        Subscription source = waiting == null ? upstream : waiting;
        if (source == null || demand == 0) {
            return;
        }
        long wanted = DEMAND.getAndSet(this, 0);
        if (wanted > 0) {
            source.request(wanted);
        }
    }

    /** Asks for more by the half, not row by row. The buffer tells it one call after the other. */
    private void taken(long rows) {
        taken += rows;
        if (taken >= AHEAD / 2) {
            requestUpstream(taken);
            taken = 0;
        }
    }

    private void requestUpstream(long n) {
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.request(n);
        }
    }

    private CoreSubscriber<? super T> receiver() {
        RowBuffer<T> waiting = buffer;
        return waiting == null ? actual : waiting;
    }

    @Override
    public void cancel() {
        if (CANCELS.getAndIncrement(this) > 0 || PHASE.compareAndSet(this, ACQUIRING, CANCELLED)) {
            return;
        }
        RowBuffer<T> waiting = buffer;
        if (waiting != null) {
            waiting.cancel();
        }
        Mono<Void> end = stopped();
        if (discards(RUNNING) || discards(LATE)) {
            requestUpstream(Long.MAX_VALUE);
            lease().stop(Mono.when(interrupted, end))
                    .contextWrite(currentContext())
                    .subscribe();
        }
    }

    /** Completes when the server is done, or fails when it will never be, of a statement that is stopped. */
    private synchronized Mono<Void> stopped() {
        Sinks.Empty<Void> end = stopped;
        if (end == null) {
            end = Sinks.empty();
            stopped = end;
        }
        return end.asMono();
    }

    private boolean discards(int from) {
        return PHASE.compareAndSet(this, from, DISCARDING);
    }

    // Its time

    private void watch() {
        if (deadlines != null) {
            began = System.nanoTime();
            deadlines.add(this);
        }
    }

    @Override
    public long began() {
        return began;
    }

    /** The time of a subscriber that has rows to take is its own. */
    @Override
    public void overdue() {
        RowBuffer<T> waiting = buffer;
        if (waiting != null && !waiting.isEmpty() && phase == RUNNING) {
            watch();
            return;
        }
        Mono<Void> end = stopped();
        interrupted =
                Mono.defer(() -> Lease.interrupt(lease().connection(), end)).cache();
        if (PHASE.compareAndSet(this, RUNNING, LATE)) {
            interrupted.contextWrite(currentContext()).subscribe();
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    private Lease lease() {
        return Objects.requireNonNull(lease, "lease");
    }
}
