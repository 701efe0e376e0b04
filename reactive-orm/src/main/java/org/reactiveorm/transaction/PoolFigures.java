package org.reactiveorm.transaction;

import io.r2dbc.pool.PoolMetrics;

/**
 * What a pool's connections do at one moment.
 *
 * @param acquired that are in use
 * @param idle that are open and free
 * @param allocated that are open, in use or not
 * @param pending how many statements and transactions wait for one
 * @param max how many the pool opens at most
 */
public record PoolFigures(int acquired, int idle, int allocated, int pending, int max) {

    static PoolFigures of(PoolMetrics metrics) {
        return new PoolFigures(
                metrics.acquiredSize(),
                metrics.idleSize(),
                metrics.allocatedSize(),
                metrics.pendingAcquireSize(),
                metrics.getMaxAllocatedSize());
    }

    /** Whether who comes now has to wait. */
    boolean isExhausted() {
        return acquired + pending >= max;
    }

    /** Whether every connection that there can be is open: none is waited for that has yet to be opened. */
    boolean isFull() {
        return acquired + idle >= max; // one that comes back is idle until the next in the queue has it
    }

    @Override
    public String toString() {
        return "acquired %d, idle %d, pending %d, max %d".formatted(acquired, idle, pending, max);
    }
}
