package org.reactiveorm.execution;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/** A statement's result that is reported at its end. */
final class ObservedFlux<T> extends Flux<T> {

    private final Flux<T> values;
    private final Observation<T> observation;

    ObservedFlux(Flux<T> values, Observation<T> observation) {
        this.values = values;
        this.observation = observation;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        values.subscribe(new Observer<>(actual, observation));
    }

    /** Counts and passes everything on. */
    private static final class Observer<T> implements CoreSubscriber<T> {

        private final CoreSubscriber<? super T> actual;
        private final Observation<T> observation;
        private final long sent = System.nanoTime();
        private long rows;

        Observer(CoreSubscriber<? super T> actual, Observation<T> observation) {
            this.actual = actual;
            this.observation = observation;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(T value) {
            rows += observation.rowsIn().applyAsLong(value);
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            observation.tell(rows, sent, error, currentContext());
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            observation.tell(rows, sent, null, currentContext());
            actual.onComplete();
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }
    }
}
