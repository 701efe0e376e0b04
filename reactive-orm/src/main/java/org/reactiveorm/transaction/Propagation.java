package org.reactiveorm.transaction;

/** What a transaction does when its subscriber is in one already. */
public enum Propagation {
    /** Becomes a part of it, with its options; outside of any it begins one. */
    JOIN,
    /**
     * Is a nested transaction (PostgreSQL, {@code SAVEPOINT}): when it fails or is cancelled only what was done within it is undone, and
     * the transaction around it may go on. Of the options only {@link TimeLimits#transaction} matters then. Statements of the
     * transaction around it wait until it is over; only its streams go on reading rows. One that the work waits for, as for relations of a
     * stream or rows that it locks, fails with {@link org.reactiveorm.error.InvalidQueryException} when the savepoint has done nothing for a
     * second, or for 30 seconds where it cannot be seen who waits. A second savepoint at the same time is refused with that, too. Outside of
     * any transaction it begins one.
     */
    SAVEPOINT,
    /**
     * Takes a connection of its own, and commits or rolls back whatever becomes of the transaction around it. Waiting for that connection
     * could be for ever, so it fails with {@link org.reactiveorm.error.PoolExhaustedException} at once when the pool has none
     * left. It waits for locks of the transaction around it for ever too: give it a {@link TimeLimits#lock} limit if they can meet.
     */
    SEPARATE,
    /** Becomes a part of it; outside of any it fails with {@link org.reactiveorm.error.InvalidQueryException}, before any SQL. */
    MANDATORY,
    /** Fails with {@link org.reactiveorm.error.InvalidQueryException}, before any SQL; outside of any it stays there. */
    NEVER
}
