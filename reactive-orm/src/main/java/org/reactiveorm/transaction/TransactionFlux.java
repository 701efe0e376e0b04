package org.reactiveorm.transaction;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A transaction of ours around a source whose values are emitted as they come, before its end. The end is signalled when
 * the connection is back.
 */
final class TransactionFlux<T> extends Flux<T> {

    private final Flux<T> source;
    private final Object key;
    private final Supplier<OpenTransaction> transactions;

    TransactionFlux(Flux<T> source, Object key, Supplier<OpenTransaction> transactions) {
        this.source = source;
        this.key = key;
        this.transactions = transactions;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        OpenTransaction transaction = transactions.get();
        source.subscribe(
                new Inside<>(actual, transaction, actual.currentContext().put(key, transaction)));
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
        private Subscription upstream = Operators.emptySubscription();

        Inside(CoreSubscriber<? super T> actual, OpenTransaction transaction, Context context) {
            this.actual = actual;
            this.transaction = transaction;
            this.context = context;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(T value) {
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            end(transaction.rollback(error), error);
        }

        /** All values are out: what goes wrong from here on takes nothing away from them. */
        @Override
        public void onComplete() {
            end(transaction.commit().onErrorComplete(), null);
        }

        private void end(Mono<Void> how, @Nullable Throwable error) {
            if (phase.compareAndSet(RUNNING, ENDING)) {
                how.subscribe(new AfterRelease(actual, error));
            }
        }

        @Override
        public void request(long n) {
            upstream.request(n);
        }

        @Override
        public void cancel() {
            if (phase.compareAndSet(RUNNING, CANCELLED)) {
                upstream.cancel();
                transaction.rollback(null).contextWrite(actual.currentContext()).subscribe();
            }
        }

        @Override
        public Context currentContext() {
            return context;
        }
    }
}
