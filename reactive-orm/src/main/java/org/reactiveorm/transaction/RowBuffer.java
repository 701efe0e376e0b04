package org.reactiveorm.transaction;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * Rows that have come before they were asked for, and the end after the last of them. So a statement can be over, and its
 * connection be used by others, while its subscriber still takes the rows. Nothing is emitted within
 * {@link #onNext} of another row.
 */
final class RowBuffer<T> implements CoreSubscriber<T>, Subscription {

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<RowBuffer> MISSED =
            AtomicIntegerFieldUpdater.newUpdater(RowBuffer.class, "missed");

    @SuppressWarnings("rawtypes")
    private static final AtomicLongFieldUpdater<RowBuffer> DEMAND =
            AtomicLongFieldUpdater.newUpdater(RowBuffer.class, "demand");

    private final CoreSubscriber<? super T> actual;
    private final LongConsumer taken;
    private final Queue<T> rows = Queues.<T>unbounded(8).get(); // grows; most statements have a row or two

    @SuppressWarnings("UnusedVariable") // through MISSED
    private volatile int missed;

    private volatile long demand;
    private volatile boolean cancelled;
    private volatile boolean done;
    private @Nullable Throwable error; // published by done

    /** Emits to {@code actual} and tells {@code taken} how many rows have left; the rest keeps coming by itself. */
    RowBuffer(CoreSubscriber<? super T> actual, LongConsumer taken) {
        this.actual = actual;
        this.taken = taken;
    }

    // What comes from the statement, which asks for the rows itself

    @Override
    public void onSubscribe(Subscription subscription) {
        throw new IllegalStateException("The statement is the subscriber, this is where it puts its rows");
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
        error = reason;
        onComplete();
    }

    @Override
    public void onComplete() {
        done = true;
        drain();
    }

    // What comes from the subscriber

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
        drain();
    }

    /** Whether no row waits for the subscriber. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    private void drain() {
        if (MISSED.getAndIncrement(this) != 0) {
            return;
        }
        int seen = 1;
        do {
            emit();
            seen = MISSED.addAndGet(this, -seen);
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
        account(given, wanted);
    }

    private void account(long given, long wanted) {
        if (given == 0) {
            return;
        }
        if (wanted != Long.MAX_VALUE) {
            DEMAND.addAndGet(this, -given);
        }
        taken.accept(given);
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
}
