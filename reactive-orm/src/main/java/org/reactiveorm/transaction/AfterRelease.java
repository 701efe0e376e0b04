package org.reactiveorm.transaction;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Tells a statement's subscriber how it ended, once the connection is back. */
final class AfterRelease implements CoreSubscriber<Void> {

    private final CoreSubscriber<?> actual;
    private final @Nullable Throwable error;

    AfterRelease(CoreSubscriber<?> actual, @Nullable Throwable error) {
        this.actual = actual;
        this.error = error;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Void value) {}

    @Override
    public void onError(Throwable releaseError) {
        onComplete();
    }

    @Override
    public void onComplete() {
        if (error == null) {
            actual.onComplete();
        } else {
            actual.onError(error);
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }
}
