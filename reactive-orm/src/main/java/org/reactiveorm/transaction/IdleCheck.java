package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.pool.PooledRefMetadata;

/**
 * Asks the server for a sign of life before a connection is handed out that nobody has used for a while. What a firewall has cut
 * without a word still looks open, and a statement on it would wait until the operating system gives up, a quarter of an hour. When
 * one does not answer, all that have not been used since are closed unasked: waiting for each would take too long.
 */
final class IdleCheck {

    private final Duration idleTime;
    private final Duration patience;

    /** What the pool is about to hand out after a long time. */
    private final Set<Connection> due = ConcurrentHashMap.newKeySet();

    private volatile long usableSince = Long.MIN_VALUE;

    /**
     * @param idleTime how long nobody has used the connection; negative for no check
     * @param patience how long the server may take to answer
     */
    IdleCheck(Duration idleTime, Duration patience) {
        this.idleTime = idleTime;
        this.patience = patience;
    }

    /** The pool asks this about a connection that it is about to hand out or has got back: true if it must not be used. */
    boolean evicts(Connection connection, PooledRefMetadata metadata) {
        if (idleTime.isNegative()) {
            return false;
        }
        long idle = metadata.idleTime();
        if (System.currentTimeMillis() - idle < usableSince) {
            return forget(connection);
        }
        if (idle > 0 && idle >= idleTime.toMillis()) {
            due.add(connection);
        }
        return false;
    }

    /** The connection goes away for some other reason. Always true: it must not be used. */
    boolean forget(Connection connection) {
        due.remove(connection);
        return true;
    }

    /** Whether a connection that the pool hands out is alive, or null if it need not be asked. One that is not is closed. */
    @Nullable
    Mono<Boolean> of(Connection pooled) {
        if (due.isEmpty() || !(pooled instanceof Wrapped<?> wrapper) || !due.remove(wrapper.unwrap())) {
            return null;
        }
        long began = System.currentTimeMillis();
        return Mono.from(pooled.validate(ValidationDepth.REMOTE))
                .timeout(patience)
                .onErrorReturn(false)
                .defaultIfEmpty(false)
                .flatMap(isAlive -> isAlive ? Mono.just(true) : closed(pooled, began));
    }

    private Mono<Boolean> closed(Connection pooled, long began) {
        usableSince = began;
        return FactoryConnections.closed(pooled).onErrorComplete().thenReturn(false);
    }
}
