package org.reactiveorm.transaction;

/**
 * Hears of every transaction that reached the database; one without statements never does. Called on the connection's
 * thread, so it must neither block nor throw; what it throws goes to {@code Hooks.onErrorDropped} and changes no
 * outcome.
 */
public interface TransactionListener {

    /** Hears nothing. */
    static TransactionListener none() {
        return NoTransactionListener.INSTANCE;
    }

    /** {@code BEGIN} is being sent together with the first statement. */
    default void began(TransactionEvent event) {}

    /** The server acknowledged {@code COMMIT}; nothing was emitted downstream yet. */
    default void committed(TransactionEvent event) {}

    /** The transaction is undone, by {@code ROLLBACK} or because its connection is gone; nothing was signalled downstream yet. */
    default void rolledBack(TransactionEvent event) {}

    /** The connection was lost while {@code COMMIT} was under way. */
    default void outcomeUnknown(TransactionEvent event) {}
}
