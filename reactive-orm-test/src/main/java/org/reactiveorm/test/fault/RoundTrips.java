package org.reactiveorm.test.fault;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the first bytes from a client after an answer. */
final class RoundTrips {

    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean asking;

    void question() {
        if (!asking) {
            asking = true;
            count.incrementAndGet();
        }
    }

    void answer() {
        asking = false;
    }

    int sinceLastCall() {
        asking = false;
        return count.getAndSet(0);
    }
}
