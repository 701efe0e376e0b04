package org.reactiveorm.transaction;

import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A source under way in a transaction of ours. Its end or a cancel, whichever comes first, ends the transaction, once; a cancel
 * that comes before the source's subscription reaches it then.
 */
final class TransactionRun {

    private static final int RUNNING = 0;
    private static final int ENDING = 1;
    private static final int CANCELLED = 2;

    private final OpenTransaction transaction;
    private final Context outside;
    private final Context inside;
    private final AtomicInteger phase = new AtomicInteger(RUNNING);
    private volatile Subscription upstream = Operators.emptySubscription();

    /** Statements find the transaction in the context, under {@code key}. */
    TransactionRun(OpenTransaction transaction, Object key, Context outside) {
        this.transaction = transaction;
        this.outside = outside;
        this.inside = outside.put(key, transaction);
    }

    /** The context of the source. */
    Context context() {
        return inside;
    }

    boolean isCancelled() {
        return phase.get() == CANCELLED;
    }

    /** The source has been subscribed to. */
    void runs(Subscription subscription) {
        upstream = subscription;
        if (isCancelled()) {
            subscription.cancel();
        }
    }

    void request(long n) {
        upstream.request(n);
    }

    /** Commits and tells {@code end}; false if the end has begun before. */
    boolean commit(CoreSubscriber<Void> end) {
        return end(transaction.commit(), end);
    }

    /** Rolls back and tells {@code end}; false if the end has begun before. */
    boolean rollBack(Throwable error, CoreSubscriber<Void> end) {
        return end(transaction.rollback(error), end);
    }

    private boolean end(Mono<Void> how, CoreSubscriber<Void> end) {
        boolean isFirst = phase.compareAndSet(RUNNING, ENDING);
        if (isFirst) {
            how.subscribe(end);
        }
        return isFirst;
    }

    /** Once the end is under way it cannot be stopped; its outcome is then nobody's. */
    void cancel() {
        if (phase.compareAndSet(RUNNING, CANCELLED)) {
            upstream.cancel();
            transaction.rollback(null).contextWrite(outside).subscribe();
        }
    }
}
