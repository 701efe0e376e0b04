package org.reactiveorm.test.fault;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What must hold when all work is done, however it ended: every connection is back in its pool, no session of the database runs
 * a statement, has a transaction open or holds a lock, and each connection of the pool is as it was when it was made.
 */
public final class CleanPool {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** How long the server may take for a look. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final ConnectionPool pool;
    private final ConnectionFactory observer;

    private CleanPool(ConnectionPool pool, ConnectionFactory observer) {
        this.pool = pool;
        this.observer = observer;
    }

    /** Sessions other than this one that do something or keep something. Server processes have no say here. */
    private static final String SESSIONS = """
            select format('session %s (%s) is %s since %s: %s', pid, application_name, state, state_change, query)
            from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                and (state in ('active', 'fastpath function call') or state like 'idle in transaction%')
            union all
            select format('session %s (%s) holds a lock: %s %s', pid, a.application_name, locktype, mode)
            from pg_locks join pg_stat_activity a using (pid)
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                and state = 'idle'
            """;

    /** What a clean session has not. The settings of a transaction are those of its session when none is open. */
    private static final String LEFTOVERS = """
            select 'has a transaction open' where now() <> statement_timestamp()
            union all
            select format('has %s = %s instead of %s', name, setting, reset_val) from pg_settings
            where source = 'session' and setting is distinct from reset_val and name not like 'transaction\\_%'
            union all
            select format('has the cursor %s open', name) from pg_cursors where is_holdable
            union all
            select format('listens to %s', channel) from pg_listening_channels() channel
            """;

    /**
     * Waits until it holds for this pool, and fails with what it found instead when it does not come to hold within 20 seconds.
     * Blocks meanwhile. Other clients of the same database have to be quiet.
     *
     * @param pool a {@link ConnectionPool}, or what unwraps to one
     * @throws AssertionError if something is left
     * @throws IllegalArgumentException if there is no pool
     */
    public static void assertPoolClean(ConnectionFactory pool) {
        assertPoolClean(pool, PATIENCE);
    }

    /**
     * The same, watched through another way than the pool's, which may lead through a {@link TcpProxy}.
     *
     * @param url of the same database
     */
    public static void assertPoolClean(ConnectionFactory pool, String url) {
        new CleanPool(poolIn(pool), ConnectionFactories.get(url)).assertHolds(PATIENCE);
    }

    static void assertPoolClean(ConnectionFactory pool, Duration patience) {
        ConnectionPool found = poolIn(pool);
        new CleanPool(found, found.unwrap()).assertHolds(patience);
    }

    private void assertHolds(Duration patience) {
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of("the server did not answer"));
        long end = System.nanoTime() + patience.toNanos();
        Boolean clean = Mono.usingWhen(
                        observer.create(),
                        session -> found(session)
                                .doOnNext(seen::set)
                                .filter(List::isEmpty)
                                .repeatWhenEmpty(
                                        Integer.MAX_VALUE,
                                        tries -> tries.delayElements(PAUSE).takeWhile(n -> System.nanoTime() < end)),
                        Connection::close)
                .hasElement()
                // a look is not cut short: a cancel may cost the pool a place
                .timeout(patience.plus(ANSWER), Mono.just(false))
                .block();
        if (!Boolean.TRUE.equals(clean)) {
            throw new AssertionError(
                    "The pool is not clean after %s s:%n  %s".formatted(patience.toSeconds(), lines(seen.get())));
        }
    }

    private static String lines(List<String> found) {
        return String.join(System.lineSeparator() + "  ", found);
    }

    /** What is not as it should be, the first kind of it. */
    private Mono<List<String>> found(Connection session) {
        return Mono.fromSupplier(this::figures)
                .filter(figures -> !figures.isEmpty())
                .switchIfEmpty(texts(session, SESSIONS).collectList())
                .filter(sessions -> !sessions.isEmpty())
                .switchIfEmpty(Mono.defer(this::leftovers));
    }

    private List<String> figures() {
        PoolMetrics now = metrics();
        return now.acquiredSize() == 0 && now.pendingAcquireSize() == 0
                ? List.of()
                : List.of("%d connections are not given back, %d wait for one (idle %d, max %d)"
                        .formatted(
                                now.acquiredSize(),
                                now.pendingAcquireSize(),
                                now.idleSize(),
                                now.getMaxAllocatedSize()));
    }

    /** Of all connections, which are taken out together so that each is looked at. */
    private Mono<List<String>> leftovers() {
        int count = Math.max(1, metrics().idleSize());
        return Flux.range(0, count)
                .flatMap(i -> pool.create().materialize(), count)
                .filter(signal -> !signal.isOnComplete())
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(
                        signal -> signal.hasError()
                                ? Flux.just("no connection can be had: " + signal.getThrowable())
                                : Flux.usingWhen(
                                        Mono.justOrEmpty(signal.get()), CleanPool::leftoversOf, Connection::close),
                        count)
                .collectList();
    }

    private static Flux<String> leftoversOf(Connection connection) {
        return Flux.concat(
                        connection.isAutoCommit()
                                ? Flux.empty()
                                : Flux.just("is in a transaction, as the driver has it"),
                        texts(connection, LEFTOVERS))
                .onErrorResume(error -> Flux.just("does not work: " + error))
                .map(leftover -> "a connection of the pool " + leftover);
    }

    private PoolMetrics metrics() {
        return pool.getMetrics().orElseThrow();
    }

    private static Flux<String> texts(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.map((row, metadata) -> String.valueOf(row.get(0, String.class))));
    }

    private static ConnectionPool poolIn(Object connections) {
        if (connections instanceof ConnectionPool pool) {
            return pool;
        }
        if (connections instanceof Wrapped<?> wrapper) {
            return poolIn(wrapper.unwrap());
        }
        throw new IllegalArgumentException(
                "%s is no ConnectionPool and does not unwrap to one.".formatted(connections));
    }
}
