package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.DeadlineExceededException;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * A transaction of ours, or a savepoint within one, that somebody else begins and ends, for transaction managers. It has its connection
 * from the start; {@code BEGIN} has been sent, not answered. The first {@link #commit} or {@link #rollback} that is subscribed to ends it
 * and gives the connection back; a cancel stops neither of them half-way.
 */
public final class ManagedTransaction {

    private final Transactions transactions;
    private final Transaction transaction;
    private final SharedConnection shared;
    private final AtomicReference<@Nullable Mono<Void>> end = new AtomicReference<>();
    /** The request to stop that a rollback waits for. When a rollback has begun, it is too late for one: it could hit the next user. */
    private final AtomicReference<@Nullable Mono<Void>> stopped = new AtomicReference<>();

    private volatile @Nullable DeadlineExceededException late;
    private volatile Disposable timer = Disposables.disposed();

    private ManagedTransaction(Transactions transactions, Transaction transaction) {
        this.transactions = transactions;
        this.transaction = transaction;
        this.shared = new SharedConnection(transaction);
    }

    /** Completes with a transaction whose {@code BEGIN} has been sent; its time is running since the subscription. */
    static Mono<ManagedTransaction> begin(Transactions transactions, OpenTransaction transaction) {
        ManagedTransaction managed = new ManagedTransaction(transactions, transaction);
        return Mono.<Void>create(sink -> transaction
                        .state()
                        .gate()
                        .enter(new ManagedBegin(transaction, rest -> managed.limit(transaction, rest), sink)))
                .thenReturn(managed);
    }

    /** What our statements take turns on. */
    public SharedConnection shared() {
        return shared;
    }

    /** The connection, for code that is not ours; its statements do not wait for those turns. */
    public Connection connection() {
        return Objects.requireNonNull(transaction.connection(), "connection");
    }

    /** Whether it has ended so far that it takes no more statements. */
    public boolean isOver() {
        return end.get() != null && transaction.state().gate().isClosed();
    }

    /**
     * Begins another one, while this one is open and holds its connection: fails with {@link
     * org.reactiveorm.error.PoolExhaustedException} at once when no second one can be had. Not to be cancelled, like {@link
     * Transactions#begin}.
     */
    public Mono<ManagedTransaction> separate(TransactionOptions options) {
        return transactions.begin(options, transaction);
    }

    /**
     * A part of this one that is undone alone by {@link #rollback}, and becomes a part of this one for good by {@link #commit}. Until
     * then statements on {@link #shared()} of this one wait.
     */
    public Mono<ManagedTransaction> savepoint() {
        return Mono.deferContextual(context -> {
            Outside outside = Outside.of(transactions, transaction, context);
            Savepoint savepoint = Savepoint.in(transaction, TransactionOptions.savepoint(), outside);
            Flux<Void> nothing =
                    new SessionFlux<>(savepoint, connection -> Mono.empty()); // who comes next may not be ours
            return nothing.then(Mono.fromSupplier(() -> new ManagedTransaction(transactions, savepoint)))
                    .onErrorResume(error -> savepoint.rollback(error).then(Mono.error(error)));
        });
    }

    /**
     * Runs what {@link CurrentTransaction#beforeCommit} was given, commits, and runs what is to be done after it. Completes when the
     * connection is back. Fails as {@link Transactions#execute} says; then the transaction is rolled back, or its outcome is unknown.
     * Fails with {@link org.reactiveorm.error.InvalidQueryException} if the end has begun already.
     *
     * @param outside makes of a subscriber's context within the transaction one that is in none
     */
    public Mono<Void> commit(UnaryOperator<Context> outside) {
        return Mono.defer(() -> {
            Mono<Void> commit =
                    transaction.ending(Mono.defer(() -> committed(outside))).cache();
            return end.compareAndSet(null, commit) ? commit : Mono.error(OpenTransaction.over());
        });
    }

    /**
     * Undoes everything, stops what is running, and runs what {@link CurrentTransaction#afterRollback} was given. Completes when the
     * connection is back, never fails. Waits for the end and changes nothing if that has begun already.
     *
     * @param outside makes of a subscriber's context within the transaction one that is in none
     */
    public Mono<Void> rollback(UnaryOperator<Context> outside) {
        return Mono.defer(() -> {
            Mono<Void> rollback =
                    transaction.ending(Mono.defer(() -> undone(late, outside))).cache();
            Mono<Void> begun = end.compareAndExchange(null, rollback);
            return begun == null ? rollback : begun.onErrorComplete();
        });
    }

    private Mono<Void> committed(UnaryOperator<Context> outside) {
        return beforeCommit()
                .onErrorResume(error -> undone(error, outside).then(Mono.error(error)))
                .then(Mono.defer(transaction::commit)
                        .onErrorResume(error -> notCommitted(error, outside).then(Mono.error(error)))
                        .then(Mono.defer(() -> shared.afterCommit(outside))))
                .doFinally(signal -> timer.dispose());
    }

    /** A savepoint has no end of its own to do something before. */
    private Mono<Void> beforeCommit() {
        return isSavepoint() ? Mono.empty() : shared.beforeCommit();
    }

    /** What was refused because it is too late has not been undone by the commit itself. */
    private Mono<Void> notCommitted(Throwable error, UnaryOperator<Context> outside) {
        if (error == late) {
            return undone(error, outside);
        }
        return error instanceof CommitOutcomeUnknownException ? Mono.empty() : afterRollback(outside);
    }

    private Mono<Void> undone(@Nullable Throwable reason, UnaryOperator<Context> outside) {
        timer.dispose();
        Mono<Void> request = stopped.compareAndExchange(null, Mono.empty());
        return (request == null ? Mono.<Void>empty() : request)
                .then(Mono.defer(() -> transaction.rollback(reason)))
                .then(Mono.defer(() -> afterRollback(outside)));
    }

    /** Around a savepoint is the transaction that it is in, which goes on. */
    private Mono<Void> afterRollback(UnaryOperator<Context> outside) {
        return shared.afterRollback(isSavepoint() ? UnaryOperator.identity() : outside);
    }

    private boolean isSavepoint() {
        return transaction.depth() > 0;
    }

    // The end of its time

    private void limit(OpenTransaction own, Duration rest) {
        timer = Schedulers.parallel().schedule(() -> stop(own), rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A {@code COMMIT} that is under way cannot be stopped any more, but must not last for ever. */
    private void stop(OpenTransaction own) {
        Mono<Void> unseen = Mono.empty(); // it may not be ours what is stopped
        Mono<Void> request =
                Mono.defer(() -> Lease.interrupt(connection(), unseen)).cache();
        if (isOver() || !stopped.compareAndSet(null, request)) {
            own.abandon();
            return;
        }
        DeadlineExceededException reason = TransactionRun.tooLong(Objects.requireNonNull(own.limit(), "limit"));
        late = reason;
        own.refuse(reason);
        request.subscribe();
    }
}
