package org.reactiveorm.faults;

import static org.reactiveorm.faults.Anomaly.DIRTY_READ;
import static org.reactiveorm.faults.Anomaly.FORGOTTEN_WRITE;
import static org.reactiveorm.faults.Anomaly.INTERMEDIATE_READ;
import static org.reactiveorm.faults.Anomaly.LOST_UPDATE;
import static org.reactiveorm.faults.Anomaly.READ_SKEW;
import static org.reactiveorm.faults.Anomaly.WRITE_SKEW;
import static org.reactiveorm.transaction.Isolation.READ_COMMITTED;
import static org.reactiveorm.transaction.Isolation.REPEATABLE_READ;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.reactiveorm.transaction.Isolation;
import org.reactiveorm.transaction.Retries;
import org.reactiveorm.transaction.TransactionOptions;

/** What transactions are promised (PostgreSQL, chapter 13.2), by their isolation and by how they append. */
enum Guarantee {
    SERIALIZABLE(Isolation.SERIALIZABLE, Appending.BY_ONE_STATEMENT, Set.of()),
    SNAPSHOTS(REPEATABLE_READ, Appending.BY_ONE_STATEMENT, Set.of(WRITE_SKEW)),
    SNAPSHOTS_READ_BEFORE(REPEATABLE_READ, Appending.AFTER_READING, Set.of(WRITE_SKEW)),
    STATEMENTS(READ_COMMITTED, Appending.BY_ONE_STATEMENT, Set.of(LOST_UPDATE, READ_SKEW, WRITE_SKEW)),
    /** Lists that lose elements do not tell an order any more. */
    READ_BEFORE(
            READ_COMMITTED,
            Appending.AFTER_READING,
            EnumSet.complementOf(EnumSet.of(DIRTY_READ, INTERMEDIATE_READ, FORGOTTEN_WRITE))),
    LOCKED_BEFORE(READ_COMMITTED, Appending.AFTER_LOCKING, Set.of());

    private final TransactionOptions options;
    private final Appending appending;
    private final Set<Anomaly> allowed;

    /** How an element gets into a list. */
    enum Appending {
        BY_ONE_STATEMENT,
        AFTER_READING,
        /** Every read locks. */
        AFTER_LOCKING
    }

    Guarantee(Isolation isolation, Appending appending, Set<Anomaly> allowed) {
        this.options = TransactionOptions.defaults()
                .withIsolation(isolation)
                .withLockTimeout(Duration.ofMillis(100)) // shorter than the server waits before it looks for a deadlock
                .withRetries(Retries.of(20).withBackoff(Duration.ofMillis(1), Duration.ofMillis(20)));
        this.appending = appending;
        this.allowed = allowed;
    }

    TransactionOptions options() {
        return options;
    }

    Appending appending() {
        return appending;
    }

    boolean allows(Anomaly anomaly) {
        return allowed.contains(anomaly);
    }
}
