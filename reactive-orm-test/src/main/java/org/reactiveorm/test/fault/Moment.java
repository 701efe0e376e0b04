package org.reactiveorm.test.fault;

/** Where {@link FaultyConnections} can fail. */
public enum Moment {
    /** Instead of a connection being made. */
    CREATE,
    /**
     * Instead of a statement being sent. The driver's own {@code beginTransaction()}, {@code commitTransaction()} and
     * {@code rollbackTransaction()} count as the statements {@code BEGIN}, {@code COMMIT} and {@code ROLLBACK}.
     */
    BEFORE_STATEMENT,
    /** When the server has run a statement to its end, instead of its answer. */
    AFTER_STATEMENT,
    /** Instead of a connection being validated. */
    VALIDATE,
    /** Instead of a connection being closed. */
    CLOSE
}
