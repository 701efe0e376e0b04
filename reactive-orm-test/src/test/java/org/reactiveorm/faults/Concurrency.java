package org.reactiveorm.faults;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.reactiveorm.FindSpec;
import org.reactiveorm.transaction.Isolation;
import org.reactiveorm.transaction.Retries;
import org.reactiveorm.transaction.TransactionOptions;

/** How transfers that meet are kept apart. */
enum Concurrency {
    /** The server finds conflicts, and they are tried again. */
    SERIALIZABLE(Isolation.SERIALIZABLE, UnaryOperator.identity()),
    /** Rows are locked before they are read, in any order, so that there are deadlocks, which are tried again. */
    ROW_LOCKS(Isolation.READ_COMMITTED, FindSpec::forUpdate),
    /** Not at all. */
    NONE(Isolation.READ_COMMITTED, UnaryOperator.identity());

    private final TransactionOptions options;
    private final UnaryOperator<FindSpec<Account, Long>> lock;

    Concurrency(Isolation isolation, UnaryOperator<FindSpec<Account, Long>> lock) {
        this.options = TransactionOptions.defaults()
                .withIsolation(isolation)
                .withTimeout(Bank.TIMEOUT)
                .withRetries(Retries.of(50).withBackoff(Duration.ofMillis(2), Duration.ofMillis(50)));
        this.lock = lock;
    }

    TransactionOptions options() {
        return options;
    }

    FindSpec<Account, Long> locked(FindSpec<Account, Long> find) {
        return lock.apply(find);
    }
}
