package org.reactiveorm.transaction;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The limits of transactions that have none of their own, and of statements outside of them; with who watches over them on this side. */
final class DefaultLimits {

    private final TimeLimits limits;
    private final @Nullable Deadlines<LeaseStatement<?>> statements;
    private final @Nullable Deadlines<SessionStatement<?>> unanswered;
    /** By whole seconds of the limit, of which there are not so many. */
    private final Map<Long, Deadlines<SessionStatement<?>>> unansweredOfTheirOwn = new ConcurrentHashMap<>();

    DefaultLimits(TimeLimits limits) {
        this.limits = limits;
        Duration statement = limits.statement();
        this.statements = statement == null ? null : new Deadlines<>(statement);
        this.unanswered = statement == null ? null : new Deadlines<>(statement.plus(Lease.DEADLINE));
    }

    /** For statements outside of transactions, which the server knows no limit of; null if they have none. */
    @Nullable
    Deadlines<LeaseStatement<?>> statements() {
        return statements;
    }

    Opening opening(TransactionOptions options, String settings, Outside outside) {
        return opening(options, limits, settings, outside);
    }

    /** For a transaction around rows that may be taken slowly: it has no limit as a whole. */
    Opening openingOfStream(TransactionOptions options, String settings, Outside outside) {
        return opening(options, limits.withoutTransaction(), settings, outside);
    }

    private Opening opening(TransactionOptions options, TimeLimits defaults, String settings, Outside outside) {
        return new Opening(
                with(options, defaults),
                settings,
                outside,
                unanswered(options.limits().statement()));
    }

    /** Transactions with the same limit share it: a timer for each would stay for as long as it might have taken. */
    private @Nullable Deadlines<SessionStatement<?>> unanswered(@Nullable Duration ofItsOwn) {
        return ofItsOwn == null
                ? unanswered
                : unansweredOfTheirOwn.computeIfAbsent(
                        ofItsOwn.plusMillis(999).toSeconds(),
                        limit -> new Deadlines<>(Duration.ofSeconds(limit).plus(Lease.DEADLINE)));
    }

    private static TransactionOptions with(TransactionOptions options, TimeLimits defaults) {
        return defaults.equals(TimeLimits.none())
                ? options
                : options.withLimits(options.limits().or(defaults));
    }
}
