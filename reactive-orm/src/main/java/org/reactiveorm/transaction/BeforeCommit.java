package org.reactiveorm.transaction;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** What is done between the end of a source and the commit: a part of the source still, so a cancel reaches it. */
record BeforeCommit(CoreSubscriber<?> source, TransactionRun run, CoreSubscriber<Void> end)
        implements CoreSubscriber<Void> {

    @Override
    public void onSubscribe(Subscription subscription) {
        run.runs(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Void nothing) {}

    @Override
    public void onError(Throwable error) {
        source.onError(error);
    }

    @Override
    public void onComplete() {
        run.commit(end);
    }

    @Override
    public Context currentContext() {
        return source.currentContext();
    }
}
