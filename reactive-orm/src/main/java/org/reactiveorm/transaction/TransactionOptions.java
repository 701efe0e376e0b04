package org.reactiveorm.transaction;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.time.Duration;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * How a transaction is run. What the server has to know travels in the one {@code BEGIN}, so no option costs a round trip.
 *
 * @param isolation how much it sees of others
 * @param access what it may do
 * @param limits how long it may take
 * @param retries how often it is run again after a conflict
 * @param propagation what it does within another one
 * @param emitting when its values are emitted
 */
public record TransactionOptions(
        Isolation isolation,
        Access access,
        TimeLimits limits,
        Retries retries,
        Propagation propagation,
        Emitting emitting) {

    private static final TransactionOptions DEFAULTS = new TransactionOptions(
            Isolation.DEFAULT,
            Access.READ_WRITE,
            TimeLimits.none(),
            Retries.none(),
            Propagation.JOIN,
            Emitting.AFTER_COMMIT);

    private static final TransactionOptions SNAPSHOT =
            DEFAULTS.withIsolation(Isolation.REPEATABLE_READ).asReadOnly();

    /**
     * Checks the options.
     *
     * @throws InvalidQueryException if one is null, or the transaction is {@link Access#DEFERRABLE} and not serializable, where the
     *     server would ignore it
     */
    public TransactionOptions {
        requireGiven(isolation, "The isolation of a transaction is null. Use DEFAULT for the server's.");
        requireGiven(access, "The access of a transaction is null. Use READ_WRITE for the usual one.");
        requireGiven(limits, "The limits of a transaction are null. Use TimeLimits.none().");
        requireGiven(retries, "The retries of a transaction are null. Use Retries.none().");
        requireGiven(propagation, "The propagation of a transaction is null. Use JOIN for the usual one.");
        requireGiven(
                emitting, "When to emit the values of a transaction is null. Use AFTER_COMMIT for the usual moment.");
        if (access == Access.DEFERRABLE && isolation != Isolation.SERIALIZABLE) {
            throw new InvalidQueryException(
                    "The transaction is deferrable and its isolation %s. Only serializable transactions can be deferred."
                            .formatted(isolation),
                    ErrorContext.none());
        }
    }

    /** The server's default isolation, reading and writing, no limits, no retries, a part of the transaction around it. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** All statements see the state of one moment, and change nothing (PostgreSQL, chapter 13.2.2). */
    public static TransactionOptions snapshot() {
        return SNAPSHOT;
    }

    /** As if transactions ran one after the other; conflicts are to be expected, so think of {@link #withRetries(int)}. */
    public static TransactionOptions serializable() {
        return DEFAULTS.withIsolation(Isolation.SERIALIZABLE);
    }

    /** Rolls back alone within another one: {@link Propagation#SAVEPOINT}. */
    public static TransactionOptions savepoint() {
        return DEFAULTS.withPropagation(Propagation.SAVEPOINT);
    }

    /** Commits or rolls back alone within another one, on a connection of its own: {@link Propagation#SEPARATE}. */
    public static TransactionOptions separate() {
        return DEFAULTS.withPropagation(Propagation.SEPARATE);
    }

    /** The same with another isolation. */
    public TransactionOptions withIsolation(Isolation level) {
        return new TransactionOptions(level, access, limits, retries, propagation, emitting);
    }

    /** The same, and the server refuses writes. */
    public TransactionOptions asReadOnly() {
        return withAccess(Access.READ_ONLY);
    }

    /** The same, serializable and read only, and beginning only when it can neither fail with a conflict nor make others fail. */
    public TransactionOptions asDeferrable() {
        return withIsolation(Isolation.SERIALIZABLE).withAccess(Access.DEFERRABLE);
    }

    /** The same with another access. */
    public TransactionOptions withAccess(Access kind) {
        return new TransactionOptions(isolation, kind, limits, retries, propagation, emitting);
    }

    /** The same with a limit for the whole transaction; see {@link TimeLimits#transaction}. */
    public TransactionOptions withTimeout(Duration limit) {
        return withLimits(limits.withTransaction(limit));
    }

    /** The same with a limit for each statement. */
    public TransactionOptions withStatementTimeout(Duration limit) {
        return withLimits(limits.withStatement(limit));
    }

    /** The same with a limit for each wait for a lock. */
    public TransactionOptions withLockTimeout(Duration limit) {
        return withLimits(limits.withLock(limit));
    }

    /** The same with other limits. */
    public TransactionOptions withLimits(TimeLimits others) {
        return new TransactionOptions(isolation, access, others, retries, propagation, emitting);
    }

    /** The same, run again up to so many times after a conflict; see {@link Retries#of}. */
    public TransactionOptions withRetries(int count) {
        return withRetries(Retries.of(count));
    }

    /** The same, run again after a conflict. Within another transaction it is that one's retries that count. */
    public TransactionOptions withRetries(Retries others) {
        return new TransactionOptions(isolation, access, limits, others, propagation, emitting);
    }

    /** The same with another behaviour within a transaction. */
    public TransactionOptions withPropagation(Propagation behaviour) {
        return new TransactionOptions(isolation, access, limits, retries, behaviour, emitting);
    }

    /**
     * The same, but a {@code Flux} emits its values as they come, before {@code COMMIT}. After the first of them there are no more
     * retries.
     */
    public TransactionOptions emittingEarly() {
        return new TransactionOptions(isolation, access, limits, retries, propagation, Emitting.EARLY);
    }

    /** Whether the server refuses writes. */
    public boolean readOnly() {
        return access != Access.READ_WRITE;
    }

    String begin() {
        return "BEGIN" + isolation.clause() + access.clause();
    }
}
