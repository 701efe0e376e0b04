package org.reactiveorm.transaction;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Tells a statement's subscriber how it ended, once the connection is back. */
final class AfterRelease implements CoreSubscriber<Void> {

    private final CoreSubscriber<?> actual;
    private final @Nullable Throwable error;
    private final TransactionFlux.CommitError releaseErrors;

    /** An error of the release itself takes nothing away. */
    AfterRelease(CoreSubscriber<?> actual, @Nullable Throwable error) {
        this(actual, error, TransactionFlux.CommitError.IGNORED);
    }

    AfterRelease(CoreSubscriber<?> actual, @Nullable Throwable error, TransactionFlux.CommitError releaseErrors) {
        this.actual = actual;
        this.error = error;
        this.releaseErrors = releaseErrors;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Void value) {}

    @Override
    public void onError(Throwable releaseError) {
        if (error == null && releaseErrors == TransactionFlux.CommitError.SIGNALLED) {
            actual.onError(releaseError);
        } else {
            onComplete();
        }
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
