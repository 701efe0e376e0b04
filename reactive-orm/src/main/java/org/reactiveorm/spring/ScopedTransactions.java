package org.reactiveorm.spring;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.transaction.Isolation;
import org.reactiveorm.transaction.ManagedTransaction;
import org.reactiveorm.transaction.TransactionOptions;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Our transactions in Spring's workflow, which knows propagation, suspension and synchronizations. None of its publishers may be cancelled.
 *
 * <p>Whatever Spring's bookkeeping comes to, a transaction that has begun ends: a callback that fails leaves it to {@link
 * TransactionScope#leave}, and one that has confused Spring so much that it does not come to the rollback is ended by {@link #ended}.
 */
@SuppressWarnings("serial") // Spring's class says that it can be serialized; there is nothing to gain from it
final class ScopedTransactions extends AbstractReactiveTransactionManager {

    private final ReactiveOrm orm;
    private final ConnectionFactory factory;

    ScopedTransactions(ReactiveOrm orm, ConnectionFactory factory) {
        this.orm = orm;
        this.factory = factory;
    }

    /**
     * Spring's begin, whose value goes to {@code unwanted} if a cancel is faster. From now on the transaction around it waits for its {@link
     * #ended}.
     */
    Mono<ReactiveTransaction> begun(
            @Nullable TransactionDefinition definition, Function<ReactiveTransaction, Mono<Void>> unwanted) {
        return TransactionSynchronizationManager.forCurrentTransaction().flatMap(place -> {
            TransactionHolder around = held(place);
            UnderWay within = around == null ? new UnderWay() : around.underWay();
            Mono<ReactiveTransaction> begin = getReactiveTransaction(definition)
                    .onErrorResume(error -> undone(place, around).then(Mono.error(error)))
                    .doOnError(error -> within.leave())
                    .doOnNext(begun -> keepUnderWay(begun, within));
            return new Handover<>(begin, unwanted, within);
        });
    }

    /** What is no transaction has no end that we hear of. */
    private static void keepUnderWay(ReactiveTransaction begun, UnderWay within) {
        if (!begun.hasTransaction()) {
            within.leave();
        }
    }

    /** A listener that fails after the begin keeps Spring from handing the transaction out. */
    private Mono<Void> undone(TransactionSynchronizationManager place, @Nullable TransactionHolder around) {
        TransactionHolder left = held(place);
        if (left == null || left == around) {
            return Mono.empty();
        }
        place.unbindResource(factory);
        return left.transaction().rollback(SpringConnectionProvider::outside);
    }

    /** Spring's {@code end} of a transaction, or our own if it comes to nothing. */
    Mono<Void> ended(ReactiveTransaction transaction, Mono<Void> end) {
        return transaction.hasTransaction()
                ? scope((GenericReactiveTransaction) transaction).ending(end)
                : end;
    }

    private @Nullable TransactionHolder held(TransactionSynchronizationManager place) {
        return place.getResource(factory) instanceof TransactionHolder holder ? holder.active() : null;
    }

    private static TransactionScope scope(GenericReactiveTransaction status) {
        return (TransactionScope) status.getTransaction();
    }

    // What Spring asks for

    @Override
    protected Object doGetTransaction(TransactionSynchronizationManager place) {
        return new TransactionScope(held(place));
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return ((TransactionScope) transaction).around() != null;
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager place, Object transaction, TransactionDefinition definition) {
        TransactionScope scope = (TransactionScope) transaction;
        TransactionHolder around = scope.around();
        if (around != null && definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_NESTED) {
            return around.innermost()
                    .savepoint()
                    .doOnNext(savepoint -> scope.isSavepoint(savepoint, around))
                    .then();
        }
        TransactionOptions options = options(definition);
        Mono<ManagedTransaction> begin = around == null
                ? orm.beginTransaction(options)
                : around.transaction().separate(options);
        return begin.onErrorMap(ScopedTransactions::notBegun)
                .doOnNext(begun -> bind(place, scope.isTransaction(begun)))
                .then();
    }

    /** What has ended may be there still: somebody begins after a commit. */
    private void bind(TransactionSynchronizationManager place, TransactionHolder holder) {
        place.unbindResourceIfPossible(factory);
        place.bindResource(factory, holder);
    }

    private static CannotCreateTransactionException notBegun(Throwable error) {
        return new CannotCreateTransactionException("The transaction could not begin: " + error.getMessage(), error);
    }

    private static TransactionOptions options(TransactionDefinition definition) {
        TransactionOptions options =
                TransactionOptions.defaults().withIsolation(isolation(definition.getIsolationLevel()));
        TransactionOptions limited = definition.getTimeout() > 0
                ? options.withTimeout(Duration.ofSeconds(definition.getTimeout()))
                : options;
        return definition.isReadOnly() ? limited.asReadOnly() : limited;
    }

    /** PostgreSQL reads nothing that is not committed. */
    private static Isolation isolation(int level) {
        return switch (level) {
            case TransactionDefinition.ISOLATION_DEFAULT -> Isolation.DEFAULT;
            case TransactionDefinition.ISOLATION_READ_UNCOMMITTED, TransactionDefinition.ISOLATION_READ_COMMITTED ->
                Isolation.READ_COMMITTED;
            case TransactionDefinition.ISOLATION_REPEATABLE_READ -> Isolation.REPEATABLE_READ;
            case TransactionDefinition.ISOLATION_SERIALIZABLE -> Isolation.SERIALIZABLE;
            default ->
                throw new InvalidIsolationLevelException(
                        "There is no isolation level %d. Use one of TransactionDefinition.".formatted(level));
        };
    }

    @Override
    protected Mono<Object> doSuspend(TransactionSynchronizationManager place, Object transaction) {
        return Mono.fromSupplier(() -> place.unbindResource(factory));
    }

    @Override
    protected Mono<Void> doResume(
            TransactionSynchronizationManager place, @Nullable Object transaction, Object suspended) {
        Mono<Void> left = transaction == null ? Mono.empty() : ((TransactionScope) transaction).leave(place, factory);
        return left.then(Mono.fromRunnable(() -> {
            if (!place.hasResource(factory)) {
                place.bindResource(factory, suspended);
            }
        }));
    }

    @Override
    protected Mono<Void> doCommit(TransactionSynchronizationManager place, GenericReactiveTransaction status) {
        return scope(status).commit().onErrorMap(CommitOutcomeUnknownException.class, ScopedTransactions::unknown);
    }

    /** This is how Spring hears that it is neither committed nor rolled back. */
    private static TransactionSystemException unknown(CommitOutcomeUnknownException error) {
        return new TransactionSystemException(String.valueOf(error.getMessage()), error);
    }

    @Override
    protected Mono<Void> doRollback(TransactionSynchronizationManager place, GenericReactiveTransaction status) {
        return scope(status).rollback();
    }

    @Override
    protected Mono<Void> doSetRollbackOnly(TransactionSynchronizationManager place, GenericReactiveTransaction status) {
        return Mono.fromRunnable(() -> scope(status).setRollbackOnly());
    }

    @Override
    protected Mono<Void> doCleanupAfterCompletion(TransactionSynchronizationManager place, Object transaction) {
        return ((TransactionScope) transaction).leave(place, factory);
    }
}
