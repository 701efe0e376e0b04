package org.reactiveorm.test.postgres;

import reactor.core.publisher.Mono;

/** A database that nobody else uses, until it is dropped. */
public interface TestDatabase extends AutoCloseable {

    /** Its name on the server. */
    String name();

    /** Its R2DBC URL, with user and password. */
    String url();

    /** Drops it when subscribed, and ends the connections that are left. Dropping again does nothing. */
    Mono<Void> drop();

    /** Drops it and blocks until it is gone. */
    @Override
    default void close() {
        drop().block();
    }
}
