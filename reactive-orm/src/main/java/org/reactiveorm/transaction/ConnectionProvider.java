package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Where connections come from and go to. Thread-safe; nothing here blocks.
 */
public interface ConnectionProvider {

    /** Takes connections from this factory, usually a pool, and closes them to give them back. Changes nothing about it. */
    static ConnectionProvider of(ConnectionFactory factory) {
        return new FactoryConnections(factory);
    }

    /**
     * A connection for one statement or one transaction of ours, outside of any transaction. Whoever gets it gives it to
     * exactly one of {@link #release} and {@link #discard}. The library never cancels this Mono.
     * Fails with an {@link org.reactiveorm.error.OrmException} that says what is wrong with the database or the pool.
     */
    Mono<Connection> acquire();

    /**
     * The same for who holds another connection already, and so must not wait for one that only somebody like it can give back: fails
     * with {@link org.reactiveorm.error.PoolExhaustedException} at once when none is free and none can be made. The default waits.
     */
    default Mono<Connection> acquireNow() {
        return acquire();
    }

    /** Takes back a connection that is clean: no transaction, no statement under way. */
    Mono<Void> release(Connection connection);

    /** Takes back a connection that nobody must use again, and closes it without waiting for the server. */
    Mono<Void> discard(Connection connection);

    /**
     * The end of a transaction that holds a connection, and what is to be done after it, which may need another one. Who hands out no more
     * connections for new work does so for this. The default changes nothing.
     */
    default Mono<Void> ending(Mono<Void> end) {
        return end;
    }

    /**
     * The connection of a transaction that somebody else runs for this subscriber, or null when there is none. Then
     * statements go there in turn, {@link Transactions#execute} joins it, and neither begins, commits nor releases
     * anything; who runs it asks {@link SharedConnection#beforeCommit} before committing. Asked at each subscription, so it
     * must be quick.
     *
     * @param context the subscriber's context
     */
    default @Nullable SharedConnection joined(ContextView context) {
        return null;
    }
}
