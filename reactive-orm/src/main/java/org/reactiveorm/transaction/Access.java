package org.reactiveorm.transaction;

/** What a transaction may do (PostgreSQL, {@code SET TRANSACTION}). */
public enum Access {
    /** Reading and writing, unless {@code default_transaction_read_only} says otherwise; nothing is added to {@code BEGIN}. */
    READ_WRITE(""),
    /** Reading only. */
    READ_ONLY(" READ ONLY"),
    /**
     * Reading only, after waiting for a snapshot that can neither fail with a conflict nor make others fail: for long reports.
     * Serializable transactions only.
     */
    DEFERRABLE(" READ ONLY DEFERRABLE");

    private final String clause;

    Access(String clause) {
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
