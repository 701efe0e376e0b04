package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Those who wait for a connection of a pool, in their order and for a limited time. A request to the pool is never cancelled,
 * because reactor-pool now and then loses a place for good when the cancel meets the start of an allocation. Instead its
 * answer is not bound to who asked: the one who has waited longest gets the connection, and one that nobody waits for any more
 * goes back. The pool is sent no more requests at once than it has places, so those who gave up leave nothing behind.
 */
final class AcquireQueue {

    private final Mono<Connection> pool;
    private final IdleCheck idleCheck;
    private final int places;
    private final Deadlines<Waiting> waiting;

    private int requests; // guarded by this

    /**
     * @param pool gives a connection to each subscriber
     * @param places how many connections the pool has at most
     * @param limit how long one may wait; negative for ever
     */
    AcquireQueue(Mono<Connection> pool, IdleCheck idleCheck, int places, Duration limit) {
        this.pool = pool;
        this.idleCheck = idleCheck;
        this.places = places;
        this.waiting = new Deadlines<>(limit);
    }

    /** A connection for each subscriber; fails with {@link R2dbcTimeoutException} after the limit. */
    Mono<Connection> acquire() {
        return new QueueMono(this);
    }

    /** How many wait. */
    int size() {
        return waiting.size();
    }

    private void join(Waiting newcomer) {
        if (enter(newcomer)) {
            request(newcomer);
        }
    }

    /** True if a request may be sent. */
    private synchronized boolean enter(Waiting newcomer) {
        if (newcomer.hasJoined) {
            return false;
        }
        newcomer.hasJoined = true;
        waiting.add(newcomer);
        return takePlace();
    }

    private boolean takePlace() {
        boolean isFree = requests < places;
        if (isFree) {
            requests++;
        }
        return isFree;
    }

    /** False if it has been answered before. */
    private synchronized boolean leave(Waiting one) {
        one.hasJoined = true;
        return waiting.remove(one);
    }

    /** Sends a request for this one, and as many as are missing. */
    private void request(@Nullable Waiting first) {
        for (Waiting each = first; each != null; each = nextToRequestFor()) {
            Request request = new Request(this, each);
            pool.subscribe(request);
            request.isStarting = false;
        }
    }

    private synchronized @Nullable Waiting nextToRequestFor() {
        return requests < waiting.size() && takePlace() ? waiting.oldest() : null;
    }

    /** A request has been answered by a connection, which is for whom this returns. */
    private synchronized @Nullable Waiting served() {
        requests--;
        return waiting.removeOldest();
    }

    /** A request has been answered by something else, which is for this one alone; false if it does not wait any more. */
    private synchronized boolean notServed(Waiting requester) {
        requests--;
        return waiting.remove(requester);
    }

    private static final class QueueMono extends Mono<Connection> {

        private final AcquireQueue queue;

        QueueMono(AcquireQueue queue) {
            this.queue = queue;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Connection> actual) {
            actual.onSubscribe(new Waiting(actual, queue));
        }
    }

    /** Whoever takes it out of the queue may signal its end. */
    private static final class Waiting implements Subscription, Deadlines.Limited {

        private final CoreSubscriber<? super Connection> actual;
        private final AcquireQueue queue;
        private final long began = System.nanoTime();
        private boolean hasJoined; // guarded by the queue

        Waiting(CoreSubscriber<? super Connection> actual, AcquireQueue queue) {
            this.actual = actual;
            this.queue = queue;
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                queue.join(this);
            }
        }

        @Override
        public void cancel() {
            queue.leave(this);
        }

        void receive(Connection connection) {
            actual.onNext(connection);
            actual.onComplete();
        }

        @Override
        public long began() {
            return began;
        }

        @Override
        public void overdue() {
            actual.onError(new R2dbcTimeoutException("Connection acquisition timed out after %dms"
                    .formatted(queue.waiting.limit().toMillis())));
        }
    }

    /** One request to the pool. */
    private static final class Request implements CoreSubscriber<Connection> {

        private final AcquireQueue queue;
        private final Waiting requester;
        private boolean isAnswered;
        private volatile boolean isStarting = true;

        Request(AcquireQueue queue, Waiting requester) {
            this.queue = queue;
            this.requester = requester;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Connection connection) {
            isAnswered = true;
            Mono<Boolean> check = queue.idleCheck.of(connection);
            if (check == null) {
                handOver(connection);
            } else {
                check.subscribe(isAlive -> checked(connection, isAlive));
            }
        }

        private void checked(Connection connection, boolean isAlive) {
            if (isAlive) {
                handOver(connection);
            } else {
                queue.request(requester); // in the same place
            }
        }

        private void handOver(Connection connection) {
            Waiting oldest = queue.served();
            requestMore();
            if (oldest == null) {
                Mono.from(connection.close()).onErrorComplete().subscribe();
            } else {
                oldest.receive(connection);
            }
        }

        /** Who has given up has been told why already. */
        @Override
        public void onError(Throwable error) {
            boolean isAwaited = queue.notServed(requester);
            requestMore();
            if (isAwaited) {
                requester.actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (isAnswered) {
                return;
            }
            boolean isAwaited = queue.notServed(requester);
            requestMore();
            if (isAwaited) {
                requester.actual.onComplete();
            }
        }

        /** Who has just sent this request will look for more by itself. */
        private void requestMore() {
            if (!isStarting) {
                queue.request(queue.nextToRequestFor());
            }
        }

        @Override
        public Context currentContext() {
            return requester.actual.currentContext();
        }
    }
}
