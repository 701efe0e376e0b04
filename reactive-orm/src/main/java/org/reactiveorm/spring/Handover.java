package org.reactiveorm.spring;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Lets its source go on to its end whether or not anybody waits for it any more. The value then goes to {@code unwanted}: a cancel is
 * either before the value, and {@code unwanted} has it, or after it, and the subscriber has it.
 *
 * <p>It is under way before its subscriber can cancel: whoever finds nothing under way after a cancel may rely on it. A source that has
 * been subscribed to says by itself when it is not any more.
 */
final class Handover<T> extends Mono<T> {

    private final Mono<T> source;
    private final Function<T, Mono<Void>> unwanted;
    private final UnderWay within;

    Handover(Mono<T> source, Function<T, Mono<Void>> unwanted, UnderWay within) {
        this.source = source;
        this.unwanted = unwanted;
        this.within = within;
    }

    /** Of what has no value. */
    static Mono<Void> ofNothing(Mono<Void> source) {
        return new Handover<>(source, nothing -> Mono.empty(), new UnderWay());
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Receiver<T> receiver = new Receiver<>(actual, unwanted);
        within.enter();
        actual.onSubscribe(receiver);
        if (receiver.isOver()) {
            within.leave();
        } else {
            source.subscribe(receiver);
        }
    }

    private static final class Receiver<T> implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super T> actual;
        private final Function<T, Mono<Void>> unwanted;
        private @Nullable T value; // guarded by this, like the rest
        private boolean requested;
        private boolean over;

        Receiver(CoreSubscriber<? super T> actual, Function<T, Mono<Void>> unwanted) {
            this.actual = actual;
            this.unwanted = unwanted;
        }

        synchronized boolean isOver() {
            return over;
        }

        private synchronized boolean finish() {
            boolean isFirst = !over;
            over = true;
            return isFirst;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T brought) {
            if (keep(brought)) {
                emit();
            } else {
                giveAway(brought);
            }
        }

        private synchronized boolean keep(T brought) {
            value = brought;
            return !over;
        }

        @Override
        public void onError(Throwable error) {
            if (finish()) {
                actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (!hasValue() && finish()) {
                actual.onComplete();
            }
        }

        private synchronized boolean hasValue() {
            return value != null;
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                synchronized (this) {
                    requested = true;
                }
                emit();
            }
        }

        private void emit() {
            T handed;
            synchronized (this) {
                handed = value;
                if (over || !requested || handed == null) {
                    return;
                }
                over = true;
            }
            actual.onNext(handed);
            actual.onComplete();
        }

        @Override
        public void cancel() {
            T held;
            synchronized (this) {
                held = over ? null : value;
                over = true;
            }
            if (held != null) {
                giveAway(held);
            }
        }

        private void giveAway(T brought) {
            unwanted.apply(brought)
                    .subscribe(
                            nothing -> {},
                            error -> Operators.onErrorDropped(error, currentContext()),
                            null,
                            currentContext());
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }
    }
}
