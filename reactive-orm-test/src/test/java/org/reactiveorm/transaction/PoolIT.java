package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.Wrapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@Timeout(60)
class PoolIT {

    @Test
    void theFiguresFollowTheConnections() {
        try (TestPool test = TestPool.of("maxSize=2")) {
            Pool pool = Pool.of(test.pool()).orElseThrow();
            assertThat(pool.figures()).isEqualTo(new PoolFigures(0, 0, 0, 0, 2));
            Connection one = test.pool().create().block(TestPool.PATIENCE);
            assertThat(pool.figures()).isEqualTo(new PoolFigures(1, 0, 1, 0, 2));
            Connection two = test.pool().create().block(TestPool.PATIENCE);
            StepVerifier waiting = test.values("select 1", Integer.class)
                    .as(StepVerifier::create)
                    .then(() -> assertThat(pool.figures()).isEqualTo(new PoolFigures(2, 0, 2, 1, 2)))
                    .then(() -> Mono.from(one.close()).subscribe())
                    .expectNext(1)
                    .expectComplete();
            waiting.verify(TestPool.PATIENCE);
            Mono.from(two.close()).block(TestPool.PATIENCE);
            assertThat(pool.figures()).isEqualTo(new PoolFigures(0, 2, 2, 0, 2));
        }
    }

    @Test
    void micrometerHasThemUnderTheNamesOfSpringBoot() {
        try (TestPool test = TestPool.of("maxSize=2")) {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            new PoolMeters(Pool.of(test.pool()).orElseThrow(), "books").bindTo(registry);
            Connection one = test.pool().create().block(TestPool.PATIENCE);
            assertThat(registry.get("r2dbc.pool.acquired")
                            .tag("name", "books")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(registry.get("r2dbc.pool.max.allocated").gauge().value()).isEqualTo(2);
            assertThat(registry.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .containsExactlyInAnyOrder(
                            "r2dbc.pool.acquired",
                            "r2dbc.pool.idle",
                            "r2dbc.pool.allocated",
                            "r2dbc.pool.pending",
                            "r2dbc.pool.max.allocated");
            Mono.from(one.close()).block(TestPool.PATIENCE);
        }
    }

    @Test
    void aPoolIsFoundInItsWrapperAndNothingIsFoundWithoutOne() {
        String url = TestDatabase.shared().url("applicationName=wrapped");
        ConnectionPool foreign = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(url))
                .maxSize(3)
                .build());
        assertThat(Pool.of(new Wrapper(foreign)).orElseThrow().figures().max()).isEqualTo(3);
        assertThat(Pool.of(ConnectionFactories.get(url))).isEmpty();
        foreign.close().block(TestPool.PATIENCE);
    }

    /** As Spring Boot has one around its pool. */
    private record Wrapper(ConnectionFactory unwrap) implements ConnectionFactory, Wrapped<ConnectionFactory> {

        @Override
        public Publisher<? extends Connection> create() {
            return unwrap.create();
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return unwrap.getMetadata();
        }
    }

    /** The last place is idle for a moment on its way from one to the next: nothing is being opened then. */
    @Test
    void onlyAPoolThatCouldOpenAnotherConnectionBlamesTheDatabase() {
        try (TestPool test = TestPool.ofOne()) {
            Mono<Connection> late = ConnectionProvider.of(new Late(test.pool())).acquire();
            StepVerifier.create(late)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(ConnectionLostException.class)
                            .hasMessageContaining("did not answer in time"))
                    .verify(TestPool.PATIENCE);
            assertThat(test.values("select 1", Integer.class).blockLast(TestPool.PATIENCE))
                    .isOne();
            StepVerifier.create(late).expectError(PoolExhaustedException.class).verify(TestPool.PATIENCE);
        }
    }

    /** Nobody gets a connection in time. */
    private record Late(ConnectionFactory unwrap) implements ConnectionFactory, Wrapped<ConnectionFactory> {

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.error(new R2dbcTimeoutException("late"));
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return unwrap.getMetadata();
        }
    }

    @Test
    void warmingUpOpensConnectionsAndGivesThemBack() {
        try (TestPool test = TestPool.of("maxSize=4")) {
            Pool pool = Pool.of(test.pool()).orElseThrow();
            pool.warmUp(3).as(StepVerifier::create).verifyComplete();
            assertThat(pool.figures()).isEqualTo(new PoolFigures(0, 3, 3, 0, 4));
            pool.warmUp(100).as(StepVerifier::create).verifyComplete();
            assertThat(pool.figures()).isEqualTo(new PoolFigures(0, 4, 4, 0, 4));
            assertThatThrownBy(() -> pool.warmUp(0)).isInstanceOf(InvalidQueryException.class);
        }
    }

    @Test
    void warmingUpWithoutADatabaseFailsAndLosesNoPlace() {
        ConnectionPool dead = ConnectionPools.connect("r2dbc:postgresql://nobody@localhost:1/nothing?maxSize=3");
        Pool pool = Pool.of(dead).orElseThrow();
        for (int i = 0; i < 3; i++) {
            pool.warmUp(3)
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(ConnectionLostException.class)
                            .hasMessageContaining("nothing accepts connections there"))
                    .verify(TestPool.PATIENCE);
        }
        dead.close().block(TestPool.PATIENCE);
    }

    @Test
    void whatCouldNotBeHadLeavesTheRestOpen() {
        try (TestPool test = TestPool.of("maxSize=3&maxAcquireTime=PT0.2S")) {
            Pool pool = Pool.of(test.pool()).orElseThrow();
            Connection taken = test.pool().create().block(TestPool.PATIENCE);
            pool.warmUp(3)
                    .as(StepVerifier::create)
                    .expectError(PoolExhaustedException.class)
                    .verify(TestPool.PATIENCE);
            TestDatabase.await("the others are back", () -> pool.figures().equals(new PoolFigures(1, 2, 3, 0, 3)));
            Mono.from(taken.close()).block(TestPool.PATIENCE);
            test.assertClean();
        }
    }

    @Test
    void theFirstStatementOpensAsManyAsTheUrlSays() {
        try (TestPool test = TestPool.of("maxSize=4&initialSize=3")) {
            assertThat(test.values("select 1", Integer.class).blockLast()).isOne();
            TestDatabase.await("they are open", () -> test.figures().allocatedSize() == 3);
            test.assertClean();
        }
    }
}
