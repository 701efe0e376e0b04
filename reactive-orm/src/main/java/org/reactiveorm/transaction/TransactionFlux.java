package org.reactiveorm.transaction;

import java.util.function.Supplier;
import org.reactiveorm.error.InvalidQueryException;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A transaction of ours around a source whose values are emitted as they come, before its end. The end is signalled when
 * the connection is back.
 */
final class TransactionFlux<T> extends Flux<T> {

    /** What an error of the commit is to a subscriber that has all values. */
    enum CommitError {
        /** What was written is not there. */
        SIGNALLED,
        /** Nothing was written, so it takes nothing away. */
        IGNORED
    }

    private final Flux<T> source;
    private final Supplier<? extends Transaction> transactions;
    private final CommitError commitError;

    TransactionFlux(Flux<T> source, Supplier<? extends Transaction> transactions, CommitError commitError) {
        this.source = source;
        this.transactions = transactions;
        this.commitError = commitError;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Transaction transaction;
        try {
            transaction = transactions.get();
        } catch (InvalidQueryException refused) {
            Operators.error(actual, refused);
            return;
        }
        // the end of the time may come while a value is being emitted
        CoreSubscriber<? super T> receiver = transaction.limit() == null ? actual : Operators.serialize(actual);
        source.subscribe(new Inside<>(receiver, new TransactionRun(transaction, actual.currentContext()), commitError));
    }

    /** The source's subscriber, and the subscription of the one outside. */
    private record Inside<T>(CoreSubscriber<? super T> actual, TransactionRun run, CommitError commitError)
            implements CoreSubscriber<T>, Subscription {

        @Override
        public void onSubscribe(Subscription subscription) {
            run.runs(subscription);
            actual.onSubscribe(this);
            run.start(this::late);
        }

        private void late(Throwable error) {
            run.stop(error, new AfterRelease(actual, error));
        }

        @Override
        public void onNext(T value) {
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            run.rollBack(error, new AfterRelease(actual, error));
        }

        @Override
        public void onComplete() {
            run.complete(this, new AfterRelease(actual, null, commitError));
            if (commitError == CommitError.IGNORED) {
                run.abandonCommit();
            }
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
