package org.reactiveorm.transaction;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactoryOptions;

/** Makes connection pools with the settings that this library is measured and tested with. */
public final class ConnectionPools {

    private ConnectionPools() {}

    /**
     * A pool for {@code r2dbc:postgresql://user:password@host:port/database}, at most 10 connections. Options of the driver
     * and of r2dbc-pool in the URL win over the defaults. Nothing is connected yet. Close the pool when the application ends.
     *
     * <p>The defaults: binary results, 256 cached statements, time zone UTC, TCP keep-alive, 10 s to connect, 5 s to wait for a
     * connection, connections replaced after 30 minutes and when found closed, spread over all event loops.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the URL is wrong; the message says what and never contains the password
     */
    public static ConnectionPool connect(String r2dbcUrl) {
        ConnectionFactoryOptions options = PoolUrl.parse(r2dbcUrl);
        return new PoolSettings(options).pool();
    }
}
