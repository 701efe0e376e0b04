package org.reactiveorm.transaction;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A pool that limits the time to wait for a connection without a timer for each. */
final class LimitedPool extends ConnectionPool {

    private final Mono<Connection> limited;

    /** The configuration's own limit has to be off; a negative one here is off too. */
    LimitedPool(ConnectionPoolConfiguration configuration, Duration maxAcquireTime) {
        super(configuration);
        Mono<Connection> unlimited = super.create();
        this.limited = maxAcquireTime.isNegative() ? unlimited : new AcquireLimit(maxAcquireTime).on(unlimited);
    }

    @Override
    public Mono<Connection> create() {
        return limited;
    }
}
