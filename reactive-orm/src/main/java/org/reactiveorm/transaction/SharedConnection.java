package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.DatabaseException;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The connection of a transaction that somebody else runs. Make one per transaction and hand out the same to all of its
 * subscribers: their statements take turns through it. Ask {@link #mayCommit()} before committing.
 */
public final class SharedConnection {

    private final Gate gate = new Gate();
    private final CursorNames cursorNames = new CursorNames();
    private final PartialFailure parts = new PartialFailure();
    private final Connection connection;
    private @Nullable String settings; // those that were sent

    private SharedConnection(Connection connection) {
        this.connection = connection;
    }

    /** Shares {@code connection} as long as its transaction lasts. */
    public static SharedConnection of(Connection connection) {
        return new SharedConnection(connection);
    }

    /**
     * Completes at once if the transaction may be committed. Fails with {@link DatabaseException} if a transaction of ours
     * that joined it has failed and its error was swallowed: half of what belongs together would be committed.
     */
    public Mono<Void> mayCommit() {
        return Mono.defer(() -> {
            Throwable failed = parts.error();
            return failed == null ? Mono.empty() : Mono.error(PartialFailure.swallowed(failed));
        });
    }

    void partFailed(Throwable error) {
        parts.add(error);
    }

    /** Whose transaction it is has begun it already, so the variables go out right before the first statement of ours. */
    synchronized void require(String ofStatement, Context context) {
        String sent = settings;
        if (sent != null) {
            Opening.require(sent, ofStatement);
            return;
        }
        settings = ofStatement;
        if (!ofStatement.isEmpty()) {
            new Begin(context).send(connection, ofStatement);
        }
    }

    Gate gate() {
        return gate;
    }

    CursorNames cursorNames() {
        return cursorNames;
    }

    Connection connection() {
        return connection;
    }
}
