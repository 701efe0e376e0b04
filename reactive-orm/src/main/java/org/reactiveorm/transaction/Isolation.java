package org.reactiveorm.transaction;

/** How much a transaction sees of others (PostgreSQL, chapter 13.2). */
public enum Isolation {
    /** What {@code default_transaction_isolation} says, which is read committed unless it was changed; nothing is added to {@code BEGIN}. */
    DEFAULT(""),
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED(" ISOLATION LEVEL READ COMMITTED"),
    /** One snapshot for the whole transaction. */
    REPEATABLE_READ(" ISOLATION LEVEL REPEATABLE READ"),
    /** As if the transactions ran one after the other. */
    SERIALIZABLE(" ISOLATION LEVEL SERIALIZABLE");

    private final String clause;

    Isolation(String clause) {
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
