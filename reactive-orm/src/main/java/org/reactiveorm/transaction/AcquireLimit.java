package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Ends acquisitions that take longer than a limit. All of them share one timer, which runs while there are any: a timer for
 * each ({@code Mono.timeout}) wakes a thread for each statement, a third of what a find by id costs.
 */
final class AcquireLimit {

    private final Duration limit;
    /** In the order of their deadlines. */
    private final Set<Waiting> waiting = new LinkedHashSet<>(); // guarded by this, like isTimed

    private boolean isTimed;

    AcquireLimit(Duration limit) {
        this.limit = limit;
    }

    /** The same acquisition, which fails with {@link R2dbcTimeoutException} after the limit. */
    Mono<Connection> on(Mono<? extends Connection> acquisition) {
        return new LimitedMono(acquisition, this);
    }

    private synchronized void begin(Waiting acquisition) {
        waiting.add(acquisition);
        if (!isTimed) {
            isTimed = true;
            checkIn(limit.toNanos());
        }
    }

    /** False if the acquisition has ended before. */
    private synchronized boolean end(Waiting acquisition) {
        return waiting.remove(acquisition);
    }

    private void checkIn(long nanos) {
        Schedulers.parallel().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        takeOverdue().forEach(Waiting::expire);
    }

    private synchronized List<Waiting> takeOverdue() {
        List<Waiting> overdue = new ArrayList<>();
        long now = System.nanoTime();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting oldest = each.next();
            long left = oldest.began + limit.toNanos() - now;
            if (left > 0) {
                checkIn(left);
                return overdue;
            }
            each.remove();
            overdue.add(oldest);
        }
        isTimed = false;
        return overdue;
    }

    private static final class LimitedMono extends MonoOperator<Connection, Connection> {

        private final AcquireLimit limit;

        @SuppressWarnings("unchecked") // a source of connections, whatever their class
        LimitedMono(Mono<? extends Connection> source, AcquireLimit limit) {
            super((Mono<Connection>) source);
            this.limit = limit;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Connection> actual) {
            source.subscribe(new Waiting(actual, limit));
        }
    }

    /** One acquisition. Whoever takes it off the list may signal its end. */
    private static final class Waiting implements CoreSubscriber<Connection>, Subscription {

        private final CoreSubscriber<? super Connection> actual;
        private final AcquireLimit limit;
        private final long began = System.nanoTime();
        private Subscription upstream = Operators.emptySubscription();

        Waiting(CoreSubscriber<? super Connection> actual, AcquireLimit limit) {
            this.actual = actual;
            this.limit = limit;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            limit.begin(this);
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(Connection connection) {
            if (limit.end(this)) {
                actual.onNext(connection);
                actual.onComplete();
            } else {
                Mono.from(connection.close()).onErrorComplete().subscribe(); // it is too late
            }
        }

        @Override
        public void onError(Throwable error) {
            if (limit.end(this)) {
                actual.onError(error);
            } else {
                Operators.onErrorDropped(error, currentContext());
            }
        }

        @Override
        public void onComplete() {
            if (limit.end(this)) {
                actual.onComplete();
            }
        }

        void expire() {
            upstream.cancel();
            actual.onError(new R2dbcTimeoutException(
                    "Connection acquisition timed out after %dms".formatted(limit.limit.toMillis())));
        }

        @Override
        public void request(long n) {
            upstream.request(n);
        }

        @Override
        public void cancel() {
            if (limit.end(this)) {
                upstream.cancel();
            }
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }
    }
}
