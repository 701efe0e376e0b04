package org.reactiveorm.spring;

import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.transaction.ManagedTransaction;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** What Spring keeps of ours for each call in a transaction: a transaction of its own, a savepoint, or a part of the one around it. */
final class TransactionScope {

    private final @Nullable TransactionHolder around;
    private volatile @Nullable Begun begun;
    private final AtomicBoolean isEnded = new AtomicBoolean();

    TransactionScope(@Nullable TransactionHolder around) {
        this.around = around;
    }

    /** The transaction that was there before it, or null. */
    @Nullable
    TransactionHolder around() {
        return around;
    }

    /** It is a transaction, held by what is returned. */
    TransactionHolder isTransaction(ManagedTransaction transaction) {
        TransactionHolder holder = new TransactionHolder(transaction, around);
        begun = new Begun(holder, transaction);
        return holder;
    }

    /** It is a savepoint in the one around it. */
    void isSavepoint(ManagedTransaction savepoint, TransactionHolder in) {
        begun = new Begun(in, savepoint);
        in.add(savepoint);
    }

    /** Keeps what was done, or undoes it and fails if it must not be kept. */
    Mono<Void> commit() {
        return Mono.defer(() -> {
            Begun own = begun;
            if (own == null) {
                return Mono.empty();
            }
            return own.holder.isRollbackOnly(own.transaction)
                    ? own.rollback().then(Mono.error(unexpected()))
                    : own.transaction.commit(SpringConnectionProvider::outside);
        });
    }

    private static UnexpectedRollbackException unexpected() {
        return new UnexpectedRollbackException(
                "The transaction was rolled back: a part of it had failed, or was marked as rollback-only. Let the error of that part out, or do that part in a transaction of its own.");
    }

    /** Undoes what was done; does nothing if it has ended. */
    Mono<Void> rollback() {
        return Mono.defer(() -> {
            Begun own = begun;
            return own == null ? Mono.empty() : own.rollback();
        });
    }

    /** What has been done in the one around it must not be kept. */
    void setRollbackOnly() {
        if (around != null) {
            around.setRollbackOnly();
        }
    }

    /** Takes it away from where Spring looks for connections; ends it if nobody has. */
    Mono<Void> leave(TransactionSynchronizationManager place, ConnectionFactory factory) {
        return Mono.defer(() -> {
            Begun own = begun;
            return own == null ? Mono.empty() : own.leave(place, factory);
        });
    }

    /** {@code end} of it, which waits for those within, as the one around it does for it; at last it has ended. */
    Mono<Void> ending(Mono<Void> end) {
        Begun own = begun;
        Mono<Void> inTurn =
                own != null && own.isWhole() ? own.holder.underWay().none().then(end) : end;
        Mono<Void> certain = inTurn.onErrorResume(error -> rollback().then(Mono.error(error)));
        return around == null ? certain : certain.doFinally(signal -> countOff(around));
    }

    private void countOff(TransactionHolder in) {
        if (isEnded.compareAndSet(false, true)) {
            in.underWay().leave();
        }
    }

    /** @param holder of the transaction, or of the one that the savepoint is in */
    private record Begun(TransactionHolder holder, ManagedTransaction transaction) {

        boolean isWhole() {
            return holder.transaction() == transaction;
        }

        Mono<Void> rollback() {
            return transaction.rollback(SpringConnectionProvider::outside);
        }

        /** What is bound next comes right after it, so that nobody finds nothing. */
        Mono<Void> leave(TransactionSynchronizationManager place, ConnectionFactory factory) {
            return isWhole()
                    ? rollback().then(holder.close()).then(Mono.fromRunnable(() -> unbind(place, factory)))
                    : rollback().then(Mono.fromRunnable(() -> holder.remove(transaction)));
        }

        private void unbind(TransactionSynchronizationManager place, ConnectionFactory factory) {
            if (place.getResource(factory) == holder) {
                place.unbindResource(factory);
            }
        }
    }
}
