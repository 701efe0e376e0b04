package org.reactiveorm.spring;

import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.ReactiveOrm;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecutionListener;
import reactor.core.publisher.Mono;

/**
 * Spring's {@code @Transactional} and {@code TransactionalOperator} on transactions of this library, in place of {@code
 * R2dbcTransactionManager}: whenever the subscriber cancels, nothing stays open and no connection is lost. Statements of a {@link ReactiveOrm}
 * whose connections come from {@link SpringConnectionProvider}, and of a {@code DatabaseClient} on the same connection factory, are
 * part of it.
 *
 * <p>All propagations, isolation, read only, name, synchronizations and execution listeners are as in Spring. {@code BEGIN} costs no round
 * trip. Beyond Spring: {@code NESTED} undoes what transactions of the library have done within it, and only there; {@code REQUIRES_NEW} fails
 * at once when the pool has no second connection; a timeout is kept, as {@link org.reactiveorm.transaction.TimeLimits#transaction} says,
 * but the connection is given back when the method ends; a transaction of which a part has failed is not committed, but fails with
 * {@code UnexpectedRollbackException}; {@code afterCommit} and {@code afterCompletion} are called when the connection is back; and the end of a transaction waits for
 * those that have begun within it, for five seconds at most.
 *
 * <p>Fails with {@code CannotCreateTransactionException} or, when the outcome of {@code COMMIT} is unknown, with {@code
 * TransactionSystemException}; the cause of both is an {@link org.reactiveorm.error.OrmException}. What else {@code COMMIT} fails with is one itself.
 */
// Why nothing can leak: between our answer to getReactiveTransaction and the method's publisher is Reactor's
// usingWhen. It cancels our answer as long as it has none. Once it has one it subscribes to the publisher in any
// case, finds that it is cancelled, and rolls back; the operators of @Transactional in between hand a value on
// without looking at a cancel. So it is enough that our answer is either given or, after a cancel, rolled back,
// which Handover decides under a lock; and that what Spring does to begin, commit or roll back is never cut off in
// the middle, which is why no cancel gets through Handover. What Spring forgets to end, ScopedTransactions ends.
public final class OrmTransactionManager implements ReactiveTransactionManager, ConfigurableTransactionManager {

    private final ScopedTransactions transactions;

    /** Manages transactions of {@code orm}, for code that takes its connections from {@code factory}. */
    public OrmTransactionManager(ReactiveOrm orm, ConnectionFactory factory) {
        this.transactions = new ScopedTransactions(orm, factory);
    }

    @Override
    public Mono<ReactiveTransaction> getReactiveTransaction(@Nullable TransactionDefinition definition) {
        return transactions.begun(definition, this::rollback);
    }

    @Override
    public Mono<Void> commit(ReactiveTransaction transaction) {
        return Handover.ofNothing(transactions.ended(transaction, transactions.commit(transaction)));
    }

    @Override
    public Mono<Void> rollback(ReactiveTransaction transaction) {
        return Handover.ofNothing(transactions.ended(transaction, transactions.rollback(transaction)));
    }

    @Override
    public void setTransactionExecutionListeners(Collection<TransactionExecutionListener> listeners) {
        transactions.setTransactionExecutionListeners(listeners);
    }

    @Override
    public Collection<TransactionExecutionListener> getTransactionExecutionListeners() {
        return transactions.getTransactionExecutionListeners();
    }
}
