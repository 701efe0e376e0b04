package org.reactiveorm.transaction;

import java.util.Objects;

/**
 * How a transaction is begun. Everything travels in the one {@code BEGIN}, so no option costs a round trip.
 *
 * @param isolation how much it sees of others
 * @param readOnly whether the server refuses writes
 */
public record TransactionOptions(Isolation isolation, boolean readOnly) {

    private static final TransactionOptions DEFAULTS = new TransactionOptions(Isolation.DEFAULT, false);

    private static final TransactionOptions SNAPSHOT = new TransactionOptions(Isolation.REPEATABLE_READ, true);

    /** Rejects null. */
    public TransactionOptions {
        Objects.requireNonNull(isolation, "isolation must not be null");
    }

    /** The server's default isolation, reading and writing. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** All statements see the state of one moment, and change nothing (PostgreSQL, chapter 13.2.2). */
    public static TransactionOptions snapshot() {
        return SNAPSHOT;
    }

    /** The same with another isolation. */
    public TransactionOptions withIsolation(Isolation level) {
        return new TransactionOptions(level, readOnly);
    }

    /** The same, and the server refuses writes. */
    public TransactionOptions asReadOnly() {
        return new TransactionOptions(isolation, true);
    }

    String begin() {
        return "BEGIN" + isolation.clause() + (readOnly ? " READ ONLY" : "");
    }
}
