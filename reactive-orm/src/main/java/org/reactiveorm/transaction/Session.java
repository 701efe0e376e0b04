package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** The connection that several statements take turns on, as a single statement sees it. */
interface Session {

    /** What its users share. */
    SessionState state();

    /** The number of the transaction, if it is one of ours. */
    OptionalLong id();

    /** How many savepoints this one is within, itself included. */
    int depth();

    /** The connection, or null when the first statement has yet to bring one. Asked within a turn. */
    @Nullable
    Connection connection();

    /** For those of its statements that the server has to end in time: who is overdue gets no answer any more. Null if it need not. */
    @Nullable
    Deadlines<SessionStatement<?>> deadlines();

    /** Brings the connection for the first statement, within its turn. */
    void connect(Acquisition.Receiver receiver);

    /** The first statement has its connection; what has to be sent before the statement is sent now, without waiting. */
    void open(Connection connection, Context context);

    /** A connection has come for a statement that nobody wants any more. */
    void unwanted(Connection connection, Context context);

    /**
     * A statement is about to be sent whose subscriber has these session variables.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the transaction has others
     */
    void require(String settings, Context context);

    /** A savepoint in it has been undone, with all settings that were made in it. */
    void partUndone();

    /** A statement has ended on the server. Returns what to tell its subscriber: null for success. */
    @Nullable
    Throwable ended(@Nullable Throwable error);
}
