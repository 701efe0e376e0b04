package org.reactiveorm.transaction;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Runs a source in a transaction of its own for each subscriber and holds the value until the commit is acknowledged.
 * Unlike {@code usingWhen} it signals the error of a commit unwrapped, and keeps it from a subscriber that has cancelled.
 */
final class TransactionMono<T> extends Mono<T> {

    private final Mono<T> source;
    private final Object key;
    private final Supplier<OpenTransaction> transactions;

    TransactionMono(Mono<T> source, Object key, Supplier<OpenTransaction> transactions) {
        this.source = source;
        this.key = key;
        this.transactions = transactions;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        OpenTransaction transaction = transactions.get();
        Inside<T> inside =
                new Inside<>(actual, transaction, actual.currentContext().put(key, transaction));
        actual.onSubscribe(inside);
        if (inside.isCancelled()) {
            return;
        }
        try {
            source.subscribe(inside);
        } catch (Throwable e) {
            inside.onError(Operators.onOperatorError(e, actual.currentContext()));
        }
    }

    /** The source's subscriber, and the subscription of the one outside. */
    private static final class Inside<T> implements CoreSubscriber<T>, Subscription {

        private static final int RUNNING = 0;
        private static final int ENDING = 1;
        private static final int CANCELLED = 2;

        private final CoreSubscriber<? super T> actual;
        private final OpenTransaction transaction;
        private final Context context;
        private final AtomicInteger phase = new AtomicInteger(RUNNING);
        private final Emission<T> emission;
        private volatile @Nullable Subscription upstream;

        Inside(CoreSubscriber<? super T> actual, OpenTransaction transaction, Context context) {
            this.actual = actual;
            this.transaction = transaction;
            this.context = context;
            this.emission = new Emission<>(actual);
        }

        boolean isCancelled() {
            return phase.get() == CANCELLED;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            if (isCancelled()) {
                subscription.cancel();
            } else {
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(T value) {
            if (!emission.hold(value)) {
                Operators.onDiscard(value, context); // cancelled meanwhile
            }
        }

        @Override
        public void onError(Throwable error) {
            if (phase.compareAndSet(RUNNING, ENDING)) {
                transaction.rollback(error).subscribe(new End<>(this, error));
            } else {
                Operators.onErrorDropped(error, context);
            }
        }

        @Override
        public void onComplete() {
            if (phase.compareAndSet(RUNNING, ENDING)) {
                transaction.commit().subscribe(new End<>(this, null));
            }
        }

        void ended(@Nullable Throwable error) {
            if (error == null) {
                emission.complete();
            } else {
                emission.fail(error);
            }
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                emission.request();
            }
        }

        /** Once the end is under way it cannot be stopped; its outcome is then nobody's. */
        @Override
        public void cancel() {
            emission.cancel();
            if (phase.compareAndSet(RUNNING, CANCELLED)) {
                Subscription subscription = upstream;
                if (subscription != null) {
                    subscription.cancel();
                }
                transaction.rollback(null).contextWrite(actual.currentContext()).subscribe();
            }
        }

        @Override
        public Context currentContext() {
            return context;
        }
    }

    /** Waits for COMMIT or ROLLBACK. */
    private record End<T>(Inside<T> inside, @Nullable Throwable error) implements CoreSubscriber<Void> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Void nothing) {}

        @Override
        public void onError(Throwable endError) {
            inside.ended(endError);
        }

        @Override
        public void onComplete() {
            inside.ended(error);
        }

        @Override
        public Context currentContext() {
            return inside.actual.currentContext();
        }
    }
}
