package org.reactiveorm.transaction;

import java.time.Duration;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.TransactionConflictException;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * How often a transaction that failed with {@link TransactionConflictException} is run again (PostgreSQL, chapter 13.5: serialization
 * failure 40001, deadlock 40P01). The whole publisher is subscribed to again, each time in a new transaction; the last conflict is
 * signalled when there are no attempts left.
 *
 * @param count how often at most, beside the first attempt
 * @param shortest the wait before the second attempt; it doubles with each
 * @param longest the wait does not become longer than this
 * @param jitter by which part of itself, from 0 to 1, a wait is longer or shorter at random, so that those who met do not meet again
 */
public record Retries(int count, Duration shortest, Duration longest, double jitter) {

    private static final Retries NONE = of(0);

    /**
     * Checks the numbers.
     *
     * @throws InvalidQueryException if the count or a wait is negative, the longest is shorter than the shortest, or the jitter is not
     *     from 0 to 1
     */
    public Retries {
        require(count >= 0, "A transaction cannot be retried %d times. Give 0 or more.", count);
        InvalidQueryException.requireGiven(shortest, "The shortest wait before a retry is null.");
        InvalidQueryException.requireGiven(longest, "The longest wait before a retry is null.");
        require(!shortest.isNegative(), "The wait before a retry is %s. Give zero or more.", shortest);
        require(
                longest.compareTo(shortest) >= 0,
                "The longest wait before a retry is %s, which is shorter than the shortest. Give the same or more.",
                longest);
        require(jitter >= 0 && jitter <= 1, "The jitter of retries is %s. Give a number from 0 to 1.", jitter);
    }

    private static void require(boolean holds, String message, Object value) {
        if (!holds) {
            throw new InvalidQueryException(message.formatted(value), ErrorContext.none());
        }
    }

    /** None: a conflict is signalled. */
    public static Retries none() {
        return NONE;
    }

    /**
     * So many, the first after 10 ms, waits up to a second, half of it at random.
     *
     * @throws InvalidQueryException if the count is negative
     */
    public static Retries of(int count) {
        return new Retries(count, Duration.ofMillis(10), Duration.ofSeconds(1), 0.5);
    }

    /** The same with other waits. */
    public Retries withBackoff(Duration shortestWait, Duration longestWait) {
        return new Retries(count, shortestWait, longestWait, jitter);
    }

    /** The same with another jitter. */
    public Retries withJitter(double part) {
        return new Retries(count, shortest, longest, part);
    }

    boolean isNone() {
        return count == 0;
    }

    RetryBackoffSpec spec() {
        return Retry.backoff(count, shortest)
                .maxBackoff(longest)
                .jitter(jitter)
                .filter(TransactionConflictException.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }
}
