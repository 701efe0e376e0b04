package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * One statement on a connection of its own. Demand goes through to the driver; the end is signalled when the connection
 * is back. A cancel never reaches the driver, which would hide when the server is done: the rest is discarded.
 */
final class LeaseStatement<T> implements CoreSubscriber<T>, Subscription, Acquisition.Receiver {

    /** How many rows are asked for ahead of a subscriber that does not want all of them at once. */
    private static final int AHEAD = 64;

    private static final int ACQUIRING = 0;
    private static final int RUNNING = 1;
    private static final int ENDED = 2;
    private static final int CANCELLED = 3;
    private static final int DISCARDING = 4;

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

    private volatile int phase;

    @SuppressWarnings("UnusedVariable") // through CANCELS
    private volatile int cancels;

    private volatile long demand;
    private volatile @Nullable Subscription upstream;
    private @Nullable Lease lease;
    private volatile Sinks.@Nullable Empty<Void> stopped;

    LeaseStatement(
            CoreSubscriber<? super T> actual,
            ConnectionProvider connections,
            Function<Connection, ? extends Publisher<T>> work) {
        this.actual = actual;
        this.connections = connections;
        this.work = work;
    }

    void start() {
        actual.onSubscribe(this);
        if (phase == ACQUIRING) {
            Acquisition.start(connections, this);
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
        Publisher<T> rows;
        try {
            rows = work.apply(connection);
        } catch (Throwable e) {
            Throwable error = Operators.onOperatorError(e, currentContext());
            onError(DatabaseErrors.unsent(error, ErrorSubject.unknown()));
            return;
        }
        completing(rows).subscribe(this);
    }

    /**
     * The driver tells the end only to who asks for more than there is. A subscriber that asks for rows one by one gets
     * them from a short queue, which asks ahead.
     */
    private Publisher<T> completing(Publisher<T> rows) {
        return demand == Long.MAX_VALUE ? rows : Flux.from(rows).publishOn(Schedulers.immediate(), AHEAD);
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
        requestWaiting(subscription);
    }

    private void requestWaiting(Subscription subscription) {
        long waiting = demand == 0 ? 0 : DEMAND.getAndSet(this, 0);
        if (waiting > 0) {
            subscription.request(waiting);
        }
    }

    @Override
    public void onNext(T value) {
        if (phase == RUNNING) {
            actual.onNext(value);
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
        if (PHASE.compareAndSet(this, RUNNING, ENDED)) {
            lease().releaseAfter(error).subscribe(new AfterRelease(actual, error));
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
    }

    @Override
    public void request(long n) {
        if (!Operators.validate(n)) {
            return;
        }
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.request(n);
            return;
        }
        Operators.addCap(DEMAND, this, n);
        subscription = upstream;
        if (subscription != null) {
            requestWaiting(subscription);
        }
    }

    @Override
    public void cancel() {
        if (CANCELS.getAndIncrement(this) > 0 || PHASE.compareAndSet(this, ACQUIRING, CANCELLED)) {
            return;
        }
        Sinks.Empty<Void> end = Sinks.empty();
        stopped = end;
        if (PHASE.compareAndSet(this, RUNNING, DISCARDING)) {
            request(Long.MAX_VALUE);
            lease().stop(end.asMono()).contextWrite(currentContext()).subscribe();
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
