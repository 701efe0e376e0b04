package org.reactiveorm.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.User_.USER;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.Pool;
import org.reactiveorm.transaction.PoolFigures;
import org.reactiveorm.transaction.PoolMeters;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The snippets of {@code docs/operations.md}. */
class OperationsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @Test
    void optionsOfThePool() {
        String url = database.url();
        // tag::options[]
        ReactiveOrm orm = ReactiveOrm.connect(url + "?maxSize=20&maxAcquireTime=PT2S&applicationName=shop");
        // end::options[]
        assertThat(orm.pool().orElseThrow().figures().max()).isEqualTo(20);
        StepVerifier.create(orm.close()).verifyComplete();
    }

    @Test
    void figuresAndWarmUp() {
        MeterRegistry registry = new SimpleMeterRegistry();
        ReactiveOrm orm = ReactiveOrm.connect(database.url());
        // tag::pool[]
        Pool pool = orm.pool().orElseThrow();
        PoolFigures now = pool.figures(); // acquired 0, idle 0, pending 0, max 10
        Mono<Void> warm = pool.warmUp(5); // before the service takes requests
        new PoolMeters(pool, "shop").bindTo(registry); // gauges of Micrometer
        // end::pool[]
        assertThat(now).hasToString("acquired 0, idle 0, pending 0, max 10");
        StepVerifier.create(warm).verifyComplete();
        assertThat(registry.get("r2dbc.pool.idle").gauge().value()).isEqualTo(5);
        StepVerifier.create(orm.close()).verifyComplete();
    }

    @Test
    void closing() {
        String url = database.url();
        // tag::close[]
        ConnectionPool pool = ConnectionPools.connect(url);
        ReactiveOrm orm = ReactiveOrm.builder(pool)
                .closingConnections()
                .closingWithin(Duration.ofSeconds(10))
                .build();
        Mono<Void> closed = orm.close();
        // end::close[]
        StepVerifier.create(orm.find(USER).exists()).expectNext(false).verifyComplete();
        StepVerifier.create(closed).verifyComplete();
        assertThat(pool.isDisposed()).isTrue();
    }
}
