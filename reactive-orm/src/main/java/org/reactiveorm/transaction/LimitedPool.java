package org.reactiveorm.transaction;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A pool with a queue of its own in front, where those who wait can give up at no cost. */
final class LimitedPool extends ConnectionPool {

    private final AcquireQueue queue;
    private final Mono<Connection> queued;

    /** The configuration's own limit has to be off; a negative one here is off too. */
    LimitedPool(ConnectionPoolConfiguration configuration, IdleCheck idleCheck, int maxSize, Duration maxAcquireTime) {
        super(configuration);
        this.queue = new AcquireQueue(super.create(), idleCheck, maxSize, maxAcquireTime);
        this.queued = queue.acquire();
    }

    @Override
    public Mono<Connection> create() {
        return queued;
    }

    @Override
    public Optional<PoolMetrics> getMetrics() {
        return super.getMetrics().map(metrics -> new QueuedMetrics(metrics, queue));
    }

    /** The pool itself knows only some of those who wait, and some who do not any more. */
    private record QueuedMetrics(PoolMetrics pool, AcquireQueue queue) implements PoolMetrics {

        @Override
        public int acquiredSize() {
            return pool.acquiredSize();
        }

        @Override
        public int allocatedSize() {
            return pool.allocatedSize();
        }

        @Override
        public int idleSize() {
            return pool.idleSize();
        }

        @Override
        public int pendingAcquireSize() {
            return queue.size();
        }

        @Override
        public int getMaxAllocatedSize() {
            return pool.getMaxAllocatedSize();
        }

        @Override
        public int getMaxPendingAcquireSize() {
            return pool.getMaxPendingAcquireSize();
        }
    }
}
