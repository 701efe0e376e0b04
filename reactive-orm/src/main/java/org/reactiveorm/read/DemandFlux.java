package org.reactiveorm.read;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** One of two sources, chosen at the first request: the one for who takes whatever comes, or the one for who asks bit by bit. */
final class DemandFlux<T> extends Flux<T> {

    private final Flux<T> whateverComes;
    private final Flux<T> bitByBit;

    DemandFlux(Flux<T> whateverComes, Flux<T> bitByBit) {
        this.whateverComes = whateverComes;
        this.bitByBit = bitByBit;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        actual.onSubscribe(new Choice<>(actual, this));
    }

    private static final class Choice<T> implements CoreSubscriber<T>, Subscription, Scannable {

        private final CoreSubscriber<? super T> actual;
        private final DemandFlux<T> sources;
        private final Operators.DeferredSubscription upstream = new Operators.DeferredSubscription();
        private final AtomicBoolean chosen = new AtomicBoolean();

        Choice(CoreSubscriber<? super T> actual, DemandFlux<T> sources) {
            this.actual = actual;
            this.sources = sources;
        }

        @Override
        public void request(long n) {
            if (!Operators.validate(n)) {
                return;
            }
            upstream.request(n);
            if (!chosen.getAndSet(true)) {
                (n == Long.MAX_VALUE ? sources.whateverComes : sources.bitByBit).subscribe(this);
            }
        }

        @Override
        public void cancel() {
            chosen.set(true);
            upstream.cancel();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream.set(subscription);
        }

        @Override
        public void onNext(T value) {
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
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
