package org.reactiveorm.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a transaction.
 *
 * @param id tells the transactions of one {@link Transactions} apart
 * @param options how it was begun
 * @param duration the time since {@code BEGIN} was sent
 * @param error why it was rolled back, or null when it was not, or when its subscriber cancelled
 */
public record TransactionEvent(
        long id,
        TransactionOptions options,
        Duration duration,
        @Nullable Throwable error) {}
