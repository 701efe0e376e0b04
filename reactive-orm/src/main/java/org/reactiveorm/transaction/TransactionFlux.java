package org.reactiveorm.transaction;

import java.util.function.Supplier;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
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
        source.subscribe(new Inside<>(actual, new TransactionRun(transactions.get(), key, actual.currentContext())));
    }

    /** The source's subscriber, and the subscription of the one outside. */
    private record Inside<T>(CoreSubscriber<? super T> actual, TransactionRun run)
            implements CoreSubscriber<T>, Subscription {

        @Override
        public void onSubscribe(Subscription subscription) {
            run.runs(subscription);
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(T value) {
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            run.rollBack(error, new AfterRelease(actual, error));
        }

        /** All values are out: what goes wrong from here on takes nothing away from them. */
        @Override
        public void onComplete() {
            run.commit(new AfterRelease(actual, null));
        }

        @Override
        public void request(long n) {
            run.request(n);
        }

        @Override
        public void cancel() {
            run.cancel();
        }

        @Override
        public Context currentContext() {
            return run.context();
        }
    }
}
