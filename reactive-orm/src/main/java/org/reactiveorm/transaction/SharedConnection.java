package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;

/**
 * The connection of a transaction that somebody else runs. Make one per transaction and hand out the same to all of its
 * subscribers: their statements take turns through it.
 */
public final class SharedConnection {

    private final Gate gate = new Gate();
    private final Connection connection;

    private SharedConnection(Connection connection) {
        this.connection = connection;
    }

    /** Shares {@code connection} as long as its transaction lasts. */
    public static SharedConnection of(Connection connection) {
        return new SharedConnection(connection);
    }

    Gate gate() {
        return gate;
    }

    Connection connection() {
        return connection;
    }
}
