package org.reactiveorm.test.postgres;

/**
 * A server that takes connections.
 *
 * @param description what and where, without a password
 * @param url of a database from which others can be created
 * @param lifetime whether it ends with this JVM
 * @param stop ends what was started; does nothing to a server that was there before
 */
record StartedServer(String description, DatabaseUrl url, Lifetime lifetime, Runnable stop) {

    /** Who has to tidy up. */
    enum Lifetime {
        /** The server goes, and all databases with it. */
        OURS,
        /** The server stays, so that every database must be dropped. */
        LONGER
    }
}
