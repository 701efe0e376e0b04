package org.reactiveorm.execution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was sent. Its values are never in here.
 *
 * @param sql the text with placeholders
 * @param entity the simple name of the entity it was about, or null
 * @param rows the rows it returned, or changed when it returned none
 * @param duration from sending it to the end of its result
 * @param error what its subscriber was told, or null for success
 * @param transaction the {@link org.reactiveorm.transaction.TransactionEvent#id() id} of our transaction it ran in, or null
 */
public record ExecutedStatement(
        String sql,
        @Nullable String entity,
        long rows,
        Duration duration,
        @Nullable Throwable error,
        @Nullable Long transaction) {}
