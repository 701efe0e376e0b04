package org.reactiveorm.transaction;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers that a part of a transaction has failed, so that half of that part is not committed. */
final class PartialFailure {

    private volatile @Nullable Throwable first;

    /** A part has failed with {@code error}, whether or not anyone hears of it. */
    void add(Throwable error) {
        if (first == null) {
            first = error;
        }
    }

    /** What keeps the transaction from being committed, or null. */
    @Nullable
    Throwable error() {
        return first;
    }

    /** What the transaction says when it completed although a part had failed with {@code cause}. */
    static DatabaseException swallowed(Throwable cause) {
        return new DatabaseException(
                "The transaction was rolled back: a part of it had failed (%s) and the error was swallowed. Let the error out, or do that part outside of the transaction."
                        .formatted(cause.getMessage()),
                ErrorContext.none(),
                cause);
    }

    /** {@code source} as a part of {@code whole}, which hears of its failure, also of a cancel before its value. */
    static <T> Mono<T> noted(Mono<T> source, Session whole) {
        return Mono.defer(() -> {
            Part part = new Part(whole.state().parts());
            return source.doOnTerminate(part::ended).doOnError(part::failed).doOnCancel(part::cancelled);
        });
    }

    /** The same; a cancel after some values is one before its end. */
    static <T> Flux<T> noted(Flux<T> source, Session whole) {
        return Flux.defer(() -> {
            Part part = new Part(whole.state().parts());
            return source.doOnTerminate(part::ended).doOnError(part::failed).doOnCancel(part::cancelled);
        });
    }

    private static final class Part {

        private final PartialFailure whole;
        private volatile boolean hasEnded;

        Part(PartialFailure whole) {
            this.whole = whole;
        }

        void ended() {
            hasEnded = true;
        }

        void failed(Throwable error) {
            whole.add(error);
        }

        void cancelled() {
            if (!hasEnded) {
                whole.add(new CancellationException("cancelled before its end"));
            }
        }
    }
}
