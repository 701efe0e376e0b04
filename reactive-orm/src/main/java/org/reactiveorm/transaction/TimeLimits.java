package org.reactiveorm.transaction;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * How long a transaction and what it does may take, each from a millisecond to 24 days; null for no limit beside the server's own
 * settings. Who is late gets a {@link org.reactiveorm.error.DeadlineExceededException} that says which limit it was.
 *
 * @param transaction from its subscription, with the wait for a connection; then what is running is stopped and all is rolled back. A
 *     {@code COMMIT} that is under way then is waited for five seconds longer; if there is no answer, the outcome is unknown
 * @param statement each statement, {@code statement_timeout}
 * @param lock each wait for a lock, {@code lock_timeout}
 */
public record TimeLimits(
        @Nullable Duration transaction,
        @Nullable Duration statement,
        @Nullable Duration lock) {

    private static final String NULL = "The timeout of %s is null. Leave it out for no limit.";

    private static final TimeLimits NONE = new TimeLimits(null, null, null);

    /** The server counts milliseconds in an int. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE - Lease.DEADLINE.toMillis());

    /**
     * Checks the limits.
     *
     * @throws InvalidQueryException if one is shorter than a millisecond or longer than 24 days
     */
    public TimeLimits {
        check("transaction", transaction);
        check("statement", statement);
        check("lock", lock);
    }

    /** None. */
    public static TimeLimits none() {
        return NONE;
    }

    /** The same with another limit for transactions. */
    public TimeLimits withTransaction(Duration limit) {
        return new TimeLimits(requireGiven(limit, NULL.formatted("a transaction")), statement, lock);
    }

    /** The same with another limit for statements. */
    public TimeLimits withStatement(Duration limit) {
        return new TimeLimits(transaction, requireGiven(limit, NULL.formatted("statements")), lock);
    }

    /** The same with another limit for waits for locks. */
    public TimeLimits withLock(Duration limit) {
        return new TimeLimits(transaction, statement, requireGiven(limit, NULL.formatted("locks")));
    }

    /** The same, with those of {@code defaults} where it has none. */
    TimeLimits or(TimeLimits defaults) {
        return new TimeLimits(
                transaction == null ? defaults.transaction : transaction,
                statement == null ? defaults.statement : statement,
                lock == null ? defaults.lock : lock);
    }

    TimeLimits withoutTransaction() {
        return new TimeLimits(null, statement, lock);
    }

    private static void check(String what, @Nullable Duration limit) {
        if (limit != null && (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(LONGEST) > 0)) {
            throw new InvalidQueryException(
                    "The %s timeout is %s. Give one from a millisecond to 24 days, or none for no limit."
                            .formatted(what, limit),
                    ErrorContext.none());
        }
    }

    /** What goes into the {@code BEGIN} message, with a separator in front, or empty. */
    String sql() {
        return set("statement_timeout", statement) + set("lock_timeout", lock);
    }

    /**
     * The same for a server that can end a transaction by itself (PostgreSQL 17, chapter 19.11.1), which closes the session. We do better, so
     * it is only for the case that we cannot any more.
     */
    String sqlWithTransaction() {
        return sql() + set("transaction_timeout", transaction == null ? null : transaction.plus(Lease.DEADLINE));
    }

    private static String set(String setting, @Nullable Duration limit) {
        return limit == null ? "" : "; SET LOCAL " + setting + " = " + limit.toMillis();
    }
}
