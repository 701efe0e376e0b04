package org.reactiveorm.transaction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.DeadlineExceededException.Deadline;
import org.reactiveorm.error.ErrorContext;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * A source under way in a transaction of ours. Its end, a cancel or the end of its time, whichever comes first, ends the transaction,
 * once; a cancel that comes before the source's subscription reaches it then.
 */
final class TransactionRun {

    private static final int RUNNING = 0;
    private static final int COMMITTING = 1;
    private static final int ROLLING_BACK = 2;
    private static final int CANCELLED = 3;

    private final Transaction transaction;
    private final Context outside;
    private final Context inside;
    private final AtomicInteger phase = new AtomicInteger(RUNNING);
    private volatile boolean isStopped;
    private volatile boolean isUnheard;
    private volatile Subscription upstream = Operators.emptySubscription();
    private volatile Disposable timer = Disposables.disposed();

    /** Statements find the transaction in the context. */
    TransactionRun(Transaction transaction, Context outside) {
        this.transaction = transaction;
        this.outside = outside;
        this.inside = outside.put(transaction.outside().key(), transaction);
    }

    /** The context of the source. */
    Context context() {
        return inside;
    }

    boolean isCancelled() {
        return phase.get() == CANCELLED;
    }

    /** From now on the time counts; {@code late} is told when it is over. */
    void start(Consumer<Throwable> late) {
        Duration limit = transaction.limit();
        if (limit != null && phase.get() == RUNNING) {
            timer = Schedulers.parallel()
                    .schedule(() -> late.accept(tooLong(limit)), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    static DeadlineExceededException tooLong(Duration limit) {
        return new DeadlineExceededException(
                "The transaction took longer than its timeout of %s. Nothing of it remains; raise the limit or make it shorter."
                        .formatted(limit),
                Deadline.TRANSACTION,
                ErrorContext.none(),
                null);
    }

    /** The source has been subscribed to, or what is to be done before the commit. */
    void runs(Subscription subscription) {
        upstream = subscription;
        if (isStopped) {
            subscription.cancel();
        }
    }

    void request(long n) {
        upstream.request(n);
    }

    /**
     * {@code source} is complete: does what is to be done before the commit, which a savepoint leaves to its transaction, commits and
     * tells {@code end}, unless the end has begun before.
     */
    void complete(CoreSubscriber<?> source, CoreSubscriber<Void> end) {
        if (transaction.depth() > 0 || hooks().tryCommit()) {
            commit(end);
        } else {
            hooks().beforeCommit().subscribe(new BeforeCommit(source, this, end));
        }
    }

    /** What {@link #complete} has begun is not to be waited for for ever. */
    void abandonCommit() {
        transaction.abandon();
    }

    /** Commits and tells {@code end}, unless the end has begun before. */
    void commit(CoreSubscriber<Void> end) {
        if (phase.compareAndSet(RUNNING, COMMITTING)) {
            Mono<Void> commit = commitWithHooks();
            (transaction.limit() == null ? commit : commit.doFinally(signal -> timer.dispose())).subscribe(end);
        }
    }

    /**
     * Rolls back and tells {@code end}, unless the end has begun before: an error that meets a cancel is nobody's, and most are
     * what the cancel has caused.
     */
    void rollBack(Throwable error, CoreSubscriber<Void> end) {
        if (begin(ROLLING_BACK)) {
            rolledBack(error).subscribe(end);
        }
    }

    /** {@link #rollBack} of a source that has not ended. A commit that is under way cannot be stopped, but not be waited for for ever. */
    void stop(Throwable error, CoreSubscriber<Void> end) {
        if (begin(ROLLING_BACK)) {
            cancelSource();
            rolledBack(error).subscribe(end);
        }
    }

    /** {@link #stop}, and nobody wants to know. */
    void cancel() {
        isUnheard = true;
        if (begin(CANCELLED)) {
            cancelSource();
            rolledBack(null).contextWrite(outside).subscribe();
        }
    }

    private boolean begin(int end) {
        boolean isFirst = phase.compareAndSet(RUNNING, end);
        if (isFirst) {
            timer.dispose();
        } else if (phase.get() == COMMITTING) {
            transaction.abandon();
        }
        return isFirst;
    }

    private void cancelSource() {
        transaction.state().gate().giveUp();
        isStopped = true;
        upstream.cancel();
    }

    private Mono<Void> commitWithHooks() {
        return transaction.ending(
                transaction.commit().then(Mono.defer(this::afterCommit)).onErrorResume(this::notCommitted));
    }

    private Mono<Void> notCommitted(Throwable error) {
        Mono<Void> failed = isUnheard ? Mono.empty() : Mono.error(error);
        return error instanceof CommitOutcomeUnknownException
                ? failed
                : afterRollback().then(failed);
    }

    private Mono<Void> rolledBack(@Nullable Throwable error) {
        transaction.state().gate().giveUp();
        return transaction.ending(transaction.rollback(error).then(Mono.defer(this::afterRollback)));
    }

    /** Asked at the end: what has waited for its turn until then may have registered some. */
    private Mono<Void> afterCommit() {
        return hooks().isEmpty() ? Mono.empty() : hooks().afterCommit(transaction.outside()::leave);
    }

    private Mono<Void> afterRollback() {
        return hooks().isEmpty() ? Mono.empty() : hooks().afterRollback(transaction.outside()::leave);
    }

    private TransactionHooks hooks() {
        return transaction.state().hooks();
    }
}
