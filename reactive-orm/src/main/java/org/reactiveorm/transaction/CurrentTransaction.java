package org.reactiveorm.transaction;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The transaction that a subscriber is in. What is registered here runs once, in the order of registration, one after the other,
 * with the context of who registered it. Registering happens when the returned {@code Mono} is subscribed to, which fails with
 * {@link InvalidQueryException} outside of any transaction. What a savepoint registered is forgotten with it when it is rolled back,
 * but for its own {@link #afterRollback}, and is the outer transaction's when it is not. With retries each attempt registers anew. When
 * the outcome of a {@code COMMIT} is unknown, nothing is run.
 */
public final class CurrentTransaction {

    private final Transactions transactions;

    CurrentTransaction(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Emits whether there is one. */
    public Mono<Boolean> isActive() {
        return Mono.deferContextual(context -> Mono.just(transactions.session(context) != null));
    }

    /** Runs {@code work} within the transaction when all else in it is done. Its error is the transaction's: all is rolled back. */
    public Mono<Void> beforeCommit(Publisher<?> work) {
        return registered(TransactionHooks.Moment.BEFORE_COMMIT, work);
    }

    /**
     * Runs {@code work} outside of the transaction when {@code COMMIT} was acknowledged and the connection is back; the values of the
     * transaction are emitted after it. Not even a cancel keeps it from running. What it fails with goes to {@code
     * Hooks.onErrorDropped}: the transaction is committed and must not look as if it were not.
     */
    public Mono<Void> afterCommit(Publisher<?> work) {
        return registered(TransactionHooks.Moment.AFTER_COMMIT, work);
    }

    /** The same when the transaction, or the savepoint, was rolled back, by an error or a cancel. */
    public Mono<Void> afterRollback(Publisher<?> work) {
        return registered(TransactionHooks.Moment.AFTER_ROLLBACK, work);
    }

    private Mono<Void> registered(TransactionHooks.Moment moment, @Nullable Publisher<?> work) {
        Publisher<?> given = InvalidQueryException.requireGiven(
                work, "The work to do at the end of a transaction is null. Give the Mono or Flux that does it.");
        return Mono.deferContextual(context -> {
            SessionState state = session(context).state();
            if (state.gate().isClosed()) {
                throw OpenTransaction.over();
            }
            state.hooks().add(moment, given, context);
            return Mono.empty();
        });
    }

    private Session session(ContextView context) {
        Session session = transactions.session(context);
        if (session == null) {
            throw new InvalidQueryException(
                    "There is no transaction whose end could be waited for. Register within orm.transaction(…).",
                    ErrorContext.none());
        }
        return session;
    }
}
