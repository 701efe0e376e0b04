package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.function.UnaryOperator;
import org.reactiveorm.error.DatabaseException;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The connection of a transaction that somebody else runs. Make one per transaction and hand out the same to all of its
 * subscribers: their statements take turns through it. Whoever runs the transaction calls {@link #beforeCommit()} before a commit,
 * and {@link #afterCommit} or {@link #afterRollback} when the outcome is known.
 */
public final class SharedConnection {

    private final Session session;

    SharedConnection(Session session) {
        this.session = session;
    }

    /** Shares {@code connection} as long as its transaction lasts. */
    public static SharedConnection of(Connection connection) {
        return new SharedConnection(new ForeignTransaction(connection));
    }

    Session session() {
        return session;
    }

    /** Whether it is known to have begun within {@code around}. */
    boolean isWithin(Session around) {
        Session each = session;
        while (each instanceof Transaction transaction && each != around) {
            each = transaction.outside().session();
        }
        return each == around;
    }

    /**
     * Runs what {@link CurrentTransaction#beforeCommit} was given, and completes if the transaction may be committed. Fails with the error
     * of what was run, or with {@link DatabaseException} if a transaction of ours that joined it has failed and its error was
     * swallowed: half of what belongs together would be committed.
     */
    public Mono<Void> beforeCommit() {
        return session.state().hooks().beforeCommit().then(Mono.defer(this::mayCommit));
    }

    private Mono<Void> mayCommit() {
        Throwable failed = session.state().parts().error();
        return failed == null ? Mono.empty() : Mono.error(PartialFailure.swallowed(failed));
    }

    /**
     * Runs what {@link CurrentTransaction#afterCommit} was given; never fails.
     *
     * @param outside makes of a subscriber's context within the transaction one that is in none
     */
    public Mono<Void> afterCommit(UnaryOperator<Context> outside) {
        return session.state().hooks().afterCommit(outside);
    }

    /** {@link #afterCommit} for {@link CurrentTransaction#afterRollback}. */
    public Mono<Void> afterRollback(UnaryOperator<Context> outside) {
        return session.state().hooks().afterRollback(outside);
    }
}
