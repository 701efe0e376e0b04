package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.DeadlineExceededException;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * A transaction of ours that somebody else begins and ends, for transaction managers. It has its connection from the start; {@code BEGIN}
 * has been sent, not answered. It is to be ended once, by {@link #commit} or {@link #rollback}, which give the connection back; neither
 * of them is stopped by a cancel half-way, so whoever subscribes must not cancel.
 */
public final class ManagedTransaction {

    private final OpenTransaction transaction;
    private final SharedConnection shared;
    private volatile @Nullable DeadlineExceededException late;
    private volatile Disposable timer = Disposables.disposed();

    private ManagedTransaction(OpenTransaction transaction) {
        this.transaction = transaction;
        this.shared = new SharedConnection(transaction);
    }

    static Mono<ManagedTransaction> begin(OpenTransaction transaction) {
        return Mono.create(sink -> transaction.state().gate().enter(new First(transaction, sink)));
    }

    /** What our statements take turns on. */
    public SharedConnection shared() {
        return shared;
    }

    /** The connection, for code that is not ours; its statements do not wait for those turns. */
    public Connection connection() {
        return Objects.requireNonNull(transaction.connection(), "connection");
    }

    /**
     * Completes when {@code COMMIT} is acknowledged and the connection is back. Fails as {@link Transactions#execute} says; then the
     * transaction is rolled back, or its outcome is unknown.
     */
    public Mono<Void> commit() {
        return Mono.defer(() -> {
            timer.dispose();
            DeadlineExceededException reason = late;
            return reason == null
                    ? transaction.commit()
                    : transaction.rollback(reason).then(Mono.error(reason));
        });
    }

    /** Completes when everything is undone and the connection is back, never fails. What is running is stopped. */
    public Mono<Void> rollback() {
        return Mono.defer(() -> {
            timer.dispose();
            return transaction.rollback(late);
        });
    }

    /** Completes when there is a savepoint of this name, which has to be an SQL identifier. */
    public Mono<Void> savepoint(String name) {
        return inTurn("SAVEPOINT " + name);
    }

    /** Completes when all that was done since the savepoint is undone. */
    public Mono<Void> rollBackTo(String name) {
        return inTurn("ROLLBACK TO SAVEPOINT " + name);
    }

    /** Completes when the savepoint is forgotten. */
    public Mono<Void> releaseSavepoint(String name) {
        return inTurn("RELEASE SAVEPOINT " + name);
    }

    private Mono<Void> inTurn(String sql) {
        return Flux.from(new SessionFlux<>(
                        transaction,
                        lease -> Flux.from(lease.createStatement(sql).execute())
                                .concatMap(result -> result.getRowsUpdated())))
                .then()
                .onErrorMap(error -> DatabaseErrors.translate(error, ErrorSubject.unknown()));
    }

    private void limit(Duration limit) {
        timer = Schedulers.parallel().schedule(() -> stop(limit), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stop(Duration limit) {
        DeadlineExceededException reason = TransactionRun.tooLong(limit);
        late = reason;
        transaction.stop(reason);
    }

    /** The turn that brings the connection. */
    private record First(OpenTransaction transaction, MonoSink<ManagedTransaction> sink)
            implements Gate.Turn, Acquisition.Receiver {

        @Override
        public boolean start() {
            transaction.connect(this);
            return true;
        }

        @Override
        public void reject(RuntimeException reason) {
            sink.error(reason);
        }

        @Override
        public void acquired(Connection connection) {
            transaction.open(connection, currentContext());
            transaction.state().gate().leave();
            ManagedTransaction managed = new ManagedTransaction(transaction);
            Duration limit = transaction.limit();
            if (limit != null) {
                managed.limit(limit);
            }
            sink.success(managed);
        }

        @Override
        public void notAcquired(Throwable error) {
            transaction.state().gate().leave();
            sink.error(error);
        }

        @Override
        public Context currentContext() {
            return Context.of(sink.contextView());
        }
    }
}
