package org.reactiveorm.transaction;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ErrorContext;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The connections of another provider, until they are closed. Then none is handed out any more, those that are out may be used for
 * a while, and are closed under whoever still has them.
 */
public final class ClosableConnections implements ConnectionProvider {

    /** What has lost its connection gives it back at once; who does not will never do so. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** The key in the context of an {@link #ending}; the value is these connections. */
    private static final Object ENDING = new Object();

    private final ConnectionProvider connections;
    private final Mono<Void> origin;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
    /** Those lent, and the requests that have not been answered. */
    private final AtomicInteger running = new AtomicInteger();

    private final AtomicBoolean isClosed = new AtomicBoolean();
    private volatile boolean isStopping;
    private final Sinks.Empty<Void> idle = Sinks.empty();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final Mono<Connection> acquire;
    private final Mono<Connection> acquireNow;

    /**
     * @param connections who has them
     * @param origin closes what they come from, when all are back
     */
    public ClosableConnections(ConnectionProvider connections, Mono<Void> origin) {
        this.connections = connections;
        this.origin = origin;
        this.acquire = new Lending(Mono.defer(connections::acquire));
        this.acquireNow = new Lending(Mono.defer(connections::acquireNow));
    }

    @Override
    public Mono<Connection> acquire() {
        return acquire;
    }

    @Override
    public Mono<Connection> acquireNow() {
        return acquireNow;
    }

    private boolean isEnding(ContextView context) {
        return !isStopping && context.getOrDefault(ENDING, null) == this;
    }

    /** It runs until it is over, whatever it does with connections. */
    @Override
    public Mono<Void> ending(Mono<Void> end) {
        return Mono.using(
                running::incrementAndGet, // counted off before the subscriber is told, who may close
                count -> end.contextWrite(context -> context.put(ENDING, this)),
                count -> ended());
    }

    /** The context of something that is done at that end, wherever it is from. */
    static Context keepEnding(Context context, ContextView end) {
        return end.hasKey(ENDING) ? context.put(ENDING, end.get(ENDING)) : context;
    }

    private static ConnectionLostException refused() {
        return new ConnectionLostException(
                "The ReactiveOrm has been closed and takes no new statements and transactions. Close it after the last one.",
                ErrorContext.none(),
                null);
    }

    /** What was stopped has made place for who still waited. */
    private void stopIfLate(Connection connection) {
        if (isStopping) {
            stop(connection).subscribe();
        }
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return connections.release(connection).doOnSuccess(nothing -> returned(connection));
    }

    @Override
    public Mono<Void> discard(Connection connection) {
        return connections.discard(connection).doFinally(signal -> returned(connection));
    }

    @Override
    public @Nullable SharedConnection joined(ContextView context) {
        return connections.joined(context);
    }

    private void returned(Connection connection) {
        if (lent.remove(connection)) {
            ended();
        }
    }

    private void ended() {
        if (running.decrementAndGet() == 0 && isClosed.get()) {
            idle.tryEmitEmpty();
        }
    }

    /**
     * Hands out no more connections from the first subscription on, and completes when all are closed. What has one, or was waiting
     * for one, may go on for {@code patience}; then the server is told to stop it and its connection is closed. Further
     * subscribers wait for the same end. A cancel does not stop it.
     */
    public Mono<Void> close(Duration patience) {
        return Mono.defer(() -> {
            if (isClosed.compareAndSet(false, true)) {
                closeAll(patience);
            }
            return end.asMono();
        });
    }

    private void closeAll(Duration patience) {
        if (running.get() == 0) {
            idle.tryEmitEmpty();
        }
        idle.asMono()
                .timeout(patience, Mono.defer(this::stopAll))
                .then(origin)
                .subscribe(nothing -> {}, end::tryEmitError, end::tryEmitEmpty);
    }

    private Mono<Void> stopAll() {
        isStopping = true;
        return Flux.fromIterable(lent)
                .flatMap(ClosableConnections::stop)
                .then(idle.asMono())
                .timeout(GRACE, Mono.empty());
    }

    /** Closed first, so that whoever uses it hears of a lost connection and not of a statement that somebody has cancelled. */
    private static Mono<Void> stop(Connection connection) {
        Connection innermost = FactoryConnections.innermost(connection);
        Mono<Void> cancelled =
                innermost instanceof PostgresqlConnection postgres ? postgres.cancelRequest() : Mono.empty();
        return Mono.whenDelayError(innermost.close(), cancelled).onErrorComplete();
    }

    /** The request of each subscriber counts as running. Each statement needs this, and Reactor's own operators would take three times the memory. */
    private final class Lending extends Mono<Connection> {

        private final Mono<Connection> lender;

        Lending(Mono<Connection> lender) {
            this.lender = lender;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Connection> actual) {
            running.incrementAndGet();
            if (isClosed.get() && !isEnding(actual.currentContext())) {
                ended();
                Operators.error(actual, refused());
            } else {
                lender.subscribe(new Borrower(actual));
            }
        }
    }

    private final class Borrower implements CoreSubscriber<Connection> {

        private final CoreSubscriber<? super Connection> actual;
        private boolean isServed;

        Borrower(CoreSubscriber<? super Connection> actual) {
            this.actual = actual;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(Connection connection) {
            isServed = true;
            lent.add(connection);
            stopIfLate(connection);
            actual.onNext(connection);
        }

        @Override
        public void onError(Throwable error) {
            countOff();
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            countOff();
            actual.onComplete();
        }

        private void countOff() {
            if (!isServed) {
                ended();
            }
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }
    }
}
