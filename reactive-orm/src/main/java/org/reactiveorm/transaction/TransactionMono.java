package org.reactiveorm.transaction;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InvalidQueryException;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Runs a source in a transaction of its own for each subscriber and holds the value until the commit is acknowledged.
 * Unlike {@code usingWhen} it signals the error of a commit unwrapped, and keeps it from a subscriber that has cancelled.
 */
final class TransactionMono<T> extends Mono<T> {

    private final Mono<T> source;
    private final Supplier<? extends Transaction> transactions;

    TransactionMono(Mono<T> source, Supplier<? extends Transaction> transactions) {
        this.source = source;
        this.transactions = transactions;
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
        TransactionRun run = new TransactionRun(transaction, actual.currentContext());
        Inside<T> inside = new Inside<>(actual, run, new Emission<>(actual));
        actual.onSubscribe(inside);
        run.start(inside::late);
        if (run.isCancelled()) {
            return;
        }
        try {
            source.subscribe(inside);
        } catch (Throwable e) {
            inside.onError(Operators.onOperatorError(e, actual.currentContext()));
        }
    }

    /** The source's subscriber, and the subscription of the one outside. */
    private record Inside<T>(CoreSubscriber<? super T> actual, TransactionRun run, Emission<T> emission)
            implements CoreSubscriber<T>, Subscription {

        @Override
        public void onSubscribe(Subscription subscription) {
            run.runs(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T value) {
            if (!emission.hold(value)) {
                Operators.onDiscard(value, currentContext()); // cancelled meanwhile
            }
        }

        @Override
        public void onError(Throwable error) {
            run.rollBack(error, new End<>(this, error));
        }

        void late(Throwable error) {
            run.stop(error, new End<>(this, error));
        }

        @Override
        public void onComplete() {
            run.complete(this, new End<>(this, null));
        }

        void ended(@Nullable Throwable error) {
            if (error == null) {
                emission.complete();
            } else {
                emission.fail(error);
            }
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                emission.request();
            }
        }

        @Override
        public void cancel() {
            emission.cancel();
            run.cancel();
        }

        @Override
        public Context currentContext() {
            return run.context();
        }
    }

    /** The end of COMMIT or ROLLBACK. */
    private record End<T>(Inside<T> inside, @Nullable Throwable error) implements CoreSubscriber<Void> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Void nothing) {}

        @Override
        public void onError(Throwable endError) {
            inside.ended(endError);
        }

        @Override
        public void onComplete() {
            inside.ended(error);
        }

        @Override
        public Context currentContext() {
            return inside.actual().currentContext();
        }
    }
}
