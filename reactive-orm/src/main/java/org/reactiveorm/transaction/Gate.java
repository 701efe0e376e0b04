package org.reactiveorm.transaction;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * Lets the statements of one connection through one after the other, in the order they came. PostgreSQL would queue
 * them too, but the driver deadlocks on a statement inside an open result and refuses more than 256 in its queue.
 */
final class Gate {

    private final Queue<Turn> waiting = Queues.<Turn>unboundedMultiproducer().get();
    private final AtomicInteger missed = new AtomicInteger();
    private final Sinks.Empty<Void> idle = Sinks.empty();
    private volatile @Nullable Turn running;
    private volatile boolean givenUp;
    private volatile @Nullable Supplier<? extends RuntimeException> closed;

    /** Starts {@code turn} when all before it have left, now or later. */
    void enter(Turn turn) {
        waiting.add(turn);
        drain();
    }

    /** The turn that was started last is over. */
    void leave() {
        running = null;
        drain();
    }

    /** Whether a turn has begun and not left, or may be beginning on another thread. */
    boolean isBusy() {
        return missed.get() != 0 || running != null; // in this order: what is closed begins no turn after that
    }

    /** The turn that has begun and not left, or null. */
    @Nullable
    Turn running() {
        return running;
    }

    /** Whether nothing that comes now is let through. */
    boolean isClosed() {
        return closed != null;
    }

    /** Lets nobody through any more; those who wait, and who come, will be told by {@link #close}. */
    void giveUp() {
        givenUp = true;
    }

    /** Whether it will be closed without letting anybody through. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Lets all pass that wait already, then closes; what comes later gets {@code reason}. Completes as the last turn. */
    Mono<Void> closeAfterWaiting(Supplier<? extends RuntimeException> reason) {
        return Mono.create(sink -> enter(new Turn() {
            @Override
            public boolean start() {
                closed = reason;
                sink.success();
                return true;
            }

            @Override
            public void reject(RuntimeException error) {
                sink.error(error);
            }
        }));
    }

    /** Closes at once; what waits gets {@code reason}. The answer completes when the running turn, if any, has left. */
    Mono<Void> close(Supplier<? extends RuntimeException> reason) {
        closed = reason;
        drain();
        return idle.asMono();
    }

    private void drain() {
        if (missed.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            pass();
            seen = missed.addAndGet(-seen);
        } while (seen != 0);
    }

    private void pass() {
        startWaiting();
        Supplier<? extends RuntimeException> reason = closed;
        if (reason != null) {
            rejectWaiting(reason);
            if (running == null) {
                idle.tryEmitEmpty();
            }
        }
    }

    /** A turn may end, and close this, while it starts. */
    private void startWaiting() {
        while (running == null && !givenUp && closed == null) {
            Turn next = waiting.poll();
            if (next == null) {
                return;
            }
            running = next;
            if (!next.start()) {
                running = null;
            }
        }
    }

    private void rejectWaiting(Supplier<? extends RuntimeException> reason) {
        for (Turn next = waiting.poll(); next != null; next = waiting.poll()) {
            next.reject(reason.get());
        }
    }

    /** One statement's time on the connection. */
    interface Turn {

        /** It is time. True when {@link #leave()} will be called at the end, false when nothing was started. */
        boolean start();

        /** It will never be time. */
        void reject(RuntimeException reason);
    }
}
