package org.reactiveorm.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.recipes.Job_.JOB;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.test.fault.DroppedErrors;
import org.reactiveorm.test.fault.FaultyConnections;
import org.reactiveorm.test.fault.Moment;
import org.reactiveorm.test.fault.Nemesis;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.test.postgres.OwnServer;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** How a service is tested for what it does when something fails: the snippets of docs/testing.md. */
@Timeout(120)
class FaultsIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(JOB).perTest();

    private final List<ConnectionPool> pools = new ArrayList<>();

    private ConnectionPool pool(String url) {
        ConnectionPool pool = ConnectionPools.connect(url);
        pools.add(pool);
        return pool;
    }

    @AfterEach
    void closePools() {
        Flux.fromIterable(pools).flatMap(ConnectionPool::disposeLater).blockLast();
    }

    private static Mono<Long> enqueue(ReactiveOrm orm) {
        return orm.transaction(orm.insert(NewJob.task("mail")).count());
    }

    @Test
    void aCommitThatIsNotAnsweredIsUnknown() {
        // tag::proxy[]
        try (TcpProxy proxy = TcpProxy.of(database.url())) {
            ReactiveOrm orm = ReactiveOrm.create(pool(proxy.url()));
            proxy.lines().cutAfter("COMMIT");
            StepVerifier.create(enqueue(orm)).verifyError(CommitOutcomeUnknownException.class);
            assertThat(orm.find(JOB).count().block()).isOne(); // it was committed
        }
        // end::proxy[]
    }

    @Test
    void aCancelAnywhereLeavesACleanPool() {
        // tag::clean[]
        try (TcpProxy proxy = TcpProxy.of(database.url());
                DroppedErrors dropped = DroppedErrors.record()) {
            ConnectionPool pool = pool(proxy.url());
            ReactiveOrm orm = ReactiveOrm.create(pool);
            proxy.lines().roundTrip(Duration.ofMillis(20)); // on localhost a cancel hits nothing
            for (int millis = 0; millis < 80; millis += 3) {
                enqueue(orm)
                        .takeUntilOther(Mono.delay(Duration.ofMillis(millis)))
                        .block();
                CleanPool.assertPoolClean(pool, database.url());
            }
            dropped.assertNone();
        }
        // end::clean[]
    }

    @Test
    void sessionsDieUnderLoad() {
        // tag::nemesis[]
        Disposable havoc =
                Nemesis.on(database.url()).every(Duration.ofMillis(20)).subscribe();
        Long stored = Flux.range(0, 200)
                .flatMap(
                        i -> enqueue(database.orm())
                                .onErrorResume(ConnectionLostException.class, lost -> Mono.just(0L))
                                .onErrorResume(CommitOutcomeUnknownException.class, unknown -> Mono.just(0L)),
                        4)
                .reduce(0L, Long::sum)
                .block();
        havoc.dispose();
        assertThat(database.orm().find(JOB).count().block()).isGreaterThanOrEqualTo(stored);
        CleanPool.assertPoolClean(database.connections());
        // end::nemesis[]
    }

    @Test
    void theServerCrashesAndComesBack() {
        // tag::server[]
        try (OwnServer server = OwnServer.create()) {
            ReactiveOrm orm = ReactiveOrm.create(pool(server.url()));
            orm.sql("create table t (id int)").execute().block();
            server.crash();
            server.start();
            assertThat(orm.sql("insert into t values (1)").execute().block()).isOne();
        }
        // end::server[]
    }

    @Test
    void aConflictIsMetOnDemand() {
        // tag::faulty[]
        FaultyConnections faulty = FaultyConnections.of(ConnectionFactories.get(database.url()));
        ReactiveOrm orm = ReactiveOrm.create(faulty);
        Mono<Void> met =
                faulty.at(Moment.BEFORE_STATEMENT).sql("COMMIT").times(2).fail("40001");
        assertThat(enqueue(orm).retry(2).block()).isOne();
        met.block();
        assertThat(orm.find(JOB).count().block()).isOne();
        // end::faulty[]
    }
}
