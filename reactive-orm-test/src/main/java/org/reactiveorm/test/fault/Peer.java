package org.reactiveorm.test.fault;

/** One of the two ends of a line. */
public enum Peer {
    /** Who connected to the proxy: a pool. */
    CLIENT,
    /** Whom the proxy connects to: PostgreSQL. */
    SERVER
}
