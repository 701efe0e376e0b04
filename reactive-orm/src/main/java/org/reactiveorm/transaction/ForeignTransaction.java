package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** A transaction that somebody else begins and ends. */
final class ForeignTransaction implements Session {

    private final SessionState state = new SessionState();
    private final Connection connection;
    private @Nullable String settings; // guarded by this, like the next
    private boolean isSent;

    ForeignTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public @Nullable Deadlines<SessionStatement<?>> deadlines() {
        return null;
    }

    @Override
    public OptionalLong id() {
        return OptionalLong.empty();
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void connect(Acquisition.Receiver receiver) {
        receiver.acquired(connection);
    }

    @Override
    public void open(Connection mine, Context context) {} // somebody else has

    @Override
    public void unwanted(Connection mine, Context context) {} // others may want it

    /** Whose transaction it is has begun it already, so the variables go out right before the first statement of ours. */
    @Override
    public synchronized void require(String ofStatement, Context context) {
        String first = settings;
        if (first == null) {
            settings = ofStatement;
        } else {
            Opening.require(first, ofStatement);
        }
        if (!isSent && !ofStatement.isEmpty()) {
            Unawaited.send(connection, ofStatement, context);
        }
        isSent = true;
    }

    /** The variables, too, if they went out in that part. */
    @Override
    public synchronized void partUndone() {
        isSent = false;
    }

    @Override
    public @Nullable Throwable ended(@Nullable Throwable error) {
        return error;
    }
}
