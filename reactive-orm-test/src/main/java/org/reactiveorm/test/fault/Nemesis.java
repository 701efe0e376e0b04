package org.reactiveorm.test.fault;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.reactiveorm.test.postgres.OwnServer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends sessions of a database as an administrator or a failover would, over a connection of its own. Nothing happens before
 * something is subscribed to. {@link OwnServer} is for a server that goes away as a whole.
 *
 * <pre>{@code
 * Nemesis nemesis = Nemesis.on(database.url());
 * nemesis.all().block();
 * nemesis.where("state = 'idle in transaction'").one().block();
 * Disposable havoc = nemesis.every(Duration.ofMillis(200)).subscribe();
 * }</pre>
 */
public final class Nemesis {

    /** Answers when the sessions are gone, not only told to go. */
    private static final String KILL = """
            select count(*) filter (where pg_terminate_backend(pid, 10000)) from (
                select pid from pg_stat_activity
                where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                    and (%s)
                order by random() limit %s) victims
            """;

    private final ConnectionFactory connections;
    private final String condition;

    private Nemesis(ConnectionFactory connections, String condition) {
        this.connections = connections;
        this.condition = condition;
    }

    /**
     * Of the sessions of this database.
     *
     * @param url R2DBC URL of a role that may end them: their own role or a superuser
     */
    public static Nemesis on(String url) {
        return new Nemesis(ConnectionFactories.get(url), "true");
    }

    /**
     * Of those sessions only for which this holds as well.
     *
     * @param sql a condition on the columns of {@code pg_stat_activity}: {@code state}, {@code query},
     *     {@code application_name}, {@code wait_event} …
     */
    public Nemesis where(String sql) {
        return new Nemesis(connections, "(%s) and (%s)".formatted(condition, sql));
    }

    /** Ends all of them; emits how many they were when they are gone. */
    public Mono<Long> all() {
        return kill("all");
    }

    /** Ends one of them, any; emits 1 when it is gone, 0 if there was none. */
    public Mono<Long> one() {
        return kill("1");
    }

    /**
     * Ends one of them again and again until the subscriber cancels, with a pause of half to one and a half times this length.
     * Emits what {@link #one()} does. A server that does not let it in is asked again after the next pause.
     */
    public Flux<Long> every(Duration pause) {
        return Mono.defer(() -> Mono.delay(aboutAs(pause)))
                .then(one().onErrorReturn(0L))
                .repeat();
    }

    private Mono<Long> kill(String limit) {
        return Mono.usingWhen(
                connections.create(),
                connection -> Flux.from(connection
                                .createStatement(KILL.formatted(condition, limit))
                                .execute())
                        .concatMap(result -> result.map((row, metadata) -> row.get(0, Long.class)))
                        .single(),
                Connection::close);
    }

    private static Duration aboutAs(Duration pause) {
        long half = pause.toNanos() / 2;
        return Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(2 * half + 1));
    }
}
