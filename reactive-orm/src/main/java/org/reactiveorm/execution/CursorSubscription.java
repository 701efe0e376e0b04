package org.reactiveorm.execution;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.OrmException;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscriber's way through a cursor. The cursor is opened when the first row is asked for, and a window is read when
 * all rows of the one before have left, asked for or not: only so the end is known with the last row. One statement is under way at a time, none while the
 * subscriber takes the rows of a window. Everything happens in {@link #drain}, but for the cancel between two windows: there
 * the cursor is closed before anything that the subscriber does next.
 */
final class CursorSubscription<T> implements Subscription {

    private enum Phase {
        NEW,
        OPENING,
        OPEN,
        READING,
        CLOSING,
        OVER
    }

    private final CoreSubscriber<? super T> actual;
    private final Supplier<Cursor<T>> cursors;
    private final CursorFlux.Ending ending;

    private final AtomicInteger missed = new AtomicInteger();
    private final AtomicLong demand = new AtomicLong();
    private volatile boolean cancelled;
    private volatile @Nullable Runnable arrived;

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.NEW);
    private volatile @Nullable Cursor<T> cursor;
    private Subscription running = Operators.emptySubscription();
    private Iterator<T> rows = Collections.emptyIterator();
    private boolean isLast;
    private @Nullable Throwable failure;

    CursorSubscription(CoreSubscriber<? super T> actual, Supplier<Cursor<T>> cursors, CursorFlux.Ending ending) {
        this.actual = actual;
        this.cursors = cursors;
        this.ending = ending;
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            demand.accumulateAndGet(n, Operators::addCap);
            drain();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (phase.compareAndSet(Phase.OPEN, Phase.OVER)) {
            closeQuietly();
        }
        drain();
    }

    private void drain() {
        if (missed.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            step();
            seen = missed.addAndGet(-seen);
        } while (seen != 0);
    }

    private void step() {
        Runnable event = arrived;
        if (event != null) {
            arrived = null;
            event.run();
        }
        if (cancelled) {
            abandon();
        } else if (phase.get() == Phase.NEW && demand.get() > 0) {
            open();
        } else if (phase.get() == Phase.OPEN) {
            advance();
        }
    }

    // The way there

    private void open() {
        Cursor<T> taken = cursors.get();
        cursor = taken;
        send(taken.open().thenReturn(() -> phase.set(Phase.OPEN)), Phase.OPENING);
    }

    private void advance() {
        emit();
        if (rows.hasNext() || cancelled) {
            return;
        }
        rows = Collections.emptyIterator(); // the window is not needed while the next one comes
        if (isLast) {
            finish();
        } else {
            send(cursor().next().map(window -> () -> read(window)), Phase.READING);
        }
    }

    private void emit() {
        long wanted = demand.get();
        long given = 0;
        while (given < wanted && rows.hasNext() && !cancelled) {
            actual.onNext(rows.next());
            given++;
        }
        if (wanted != Long.MAX_VALUE) {
            demand.addAndGet(-given);
        }
    }

    private void read(List<T> window) {
        phase.set(Phase.OPEN);
        rows = window.iterator();
        isLast = window.size() < cursor().windows().size();
    }

    // The end

    private void finish() {
        if (ending == CursorFlux.Ending.CLOSED) {
            send(cursor().closeRead().thenReturn(this::end), Phase.CLOSING);
        } else {
            end();
        }
    }

    /** An error of the server has taken the cursor with it, and the transaction too; after one of our own both are there. */
    private void failed(Throwable error) {
        if (failure == null) {
            failure = error;
        }
        if (phase.get() == Phase.READING && !isOfServer(error)) {
            finish();
        } else {
            end();
        }
    }

    private static boolean isOfServer(Throwable error) {
        return error instanceof OrmException known && known.context().sqlState() != null;
    }

    private void end() {
        Throwable reason = failure;
        phase.set(Phase.OVER);
        if (cancelled) {
            return;
        }
        if (reason == null) {
            actual.onComplete();
        } else {
            actual.onError(reason);
        }
    }

    /**
     * Opening a cursor is not stopped where the transaction goes on, because it might be open after all; the statement that
     * closes it waits for its turn behind the one that opens it.
     */
    private void abandon() {
        Phase before = phase.getAndSet(Phase.OVER);
        boolean isOpening = before == Phase.OPENING;
        if (before == Phase.READING || (isOpening && ending == CursorFlux.Ending.WITH_TRANSACTION)) {
            running.cancel();
        }
        if (before == Phase.OPEN || before == Phase.READING || isOpening) {
            closeQuietly();
        }
        Operators.onDiscardMultiple(rows, true, actual.currentContext());
        rows = Collections.emptyIterator();
    }

    private void closeQuietly() {
        if (ending == CursorFlux.Ending.CLOSED) {
            cursor().close()
                    .onErrorComplete()
                    .contextWrite(actual.currentContext())
                    .subscribe();
        }
    }

    private Cursor<T> cursor() {
        return Objects.requireNonNull(cursor, "cursor");
    }

    /** Nothing is sent if a cancel was faster. */
    private void send(Mono<Runnable> statement, Phase meanwhile) {
        Phase before = phase.get();
        if (before != Phase.OVER && phase.compareAndSet(before, meanwhile)) {
            statement.subscribe(new Answer());
        }
    }

    /** What a statement leads to is left for {@link #drain}. */
    private final class Answer implements CoreSubscriber<Runnable>, Scannable {

        private Runnable event = () -> {};

        @Override
        public void onSubscribe(Subscription subscription) {
            running = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Runnable next) {
            event = next;
        }

        @Override
        public void onError(Throwable error) {
            event = () -> failed(error);
            onComplete();
        }

        @Override
        public void onComplete() {
            Runnable next = event;
            arrived = () -> {
                if (phase.get() != Phase.OVER) {
                    next.run();
                }
            };
            drain();
        }

        @Override
        @SuppressWarnings("rawtypes") // of Reactor
        public @Nullable Object scanUnsafe(Attr key) {
            return key == Attr.ACTUAL ? actual : null;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }
    }
}
