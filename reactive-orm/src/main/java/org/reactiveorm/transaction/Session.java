package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** The connection that several statements take turns on, as a single statement sees it. */
interface Session {

    /** The turns. */
    Gate gate();

    /** Names for cursors on the connection. */
    CursorNames cursorNames();

    /** The connection, or null when the first statement has yet to bring one. Asked within a turn. */
    @Nullable
    Connection connection();

    /** The first statement brings a connection; what has to be sent before the statement is sent now, without waiting. */
    void open(Connection connection, Context context);

    /**
     * A statement is about to be sent whose subscriber has these session variables.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the transaction has others
     */
    void require(String settings, Context context);

    /** A statement has ended on the server. Returns what to tell its subscriber: null for success. */
    @Nullable
    Throwable ended(@Nullable Throwable error);

    /** A transaction that joined this one has failed: half of it must not be committed. */
    void partFailed(Throwable error);
}
