package org.reactiveorm.transaction;

import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/** The one value of a Mono that is held back until it may be emitted and has been asked for. */
final class Emission<T> {

    private final CoreSubscriber<? super T> actual;
    private @Nullable T value; // guarded by this, like the rest
    private boolean requested;
    private boolean completed;
    private boolean over;

    Emission(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    /** Keeps the value; false when there is one already or nobody wants it any more. */
    synchronized boolean hold(T held) {
        if (over || value != null) {
            return false;
        }
        value = held;
        return true;
    }

    void request() {
        emit(true, false);
    }

    void complete() {
        emit(false, true);
    }

    private void emit(boolean request, boolean completion) {
        T held;
        synchronized (this) {
            requested |= request;
            completed |= completion;
            boolean unasked = value != null && !requested;
            if (over || !completed || unasked) {
                return;
            }
            over = true;
            held = value;
        }
        if (held != null) {
            actual.onNext(held);
        }
        actual.onComplete();
    }

    void fail(Throwable error) {
        T held;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            held = value;
        }
        Operators.onDiscard(held, actual.currentContext());
        actual.onError(error);
    }

    void cancel() {
        T held;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            held = value;
        }
        Operators.onDiscard(held, actual.currentContext());
    }
}
