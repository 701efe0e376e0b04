package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.DeadlineExceededException.Deadline;
import org.reactiveorm.transaction.PoolFigures;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The start and the end of an application on a real database. */
@Timeout(60)
class SpringLifecycleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.shared();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(R2dbcAutoConfiguration.class, ReactiveOrmAutoConfiguration.class))
            .withPropertyValues(
                    "spring.r2dbc.url=r2dbc:postgresql://localhost:" + database.port() + "/postgres",
                    "spring.r2dbc.username=postgres",
                    "spring.r2dbc.password=postgres",
                    "spring.r2dbc.pool.initial-size=0",
                    "spring.r2dbc.pool.max-size=4");

    @BeforeEach
    void createTable() {
        database.run("drop table if exists lifecycle");
        database.run("create table lifecycle (id int primary key)");
    }

    private static Mono<Long> insert(ReactiveOrm orm, int id) {
        return orm.sql("insert into lifecycle values (:id)").bind("id", id).execute();
    }

    @Test
    void theApplicationEndsAfterTheTransactionThatRuns() {
        application.run(context -> {
            ReactiveOrm orm = context.getBean(ReactiveOrm.class);
            Sinks.Empty<Void> half = Sinks.empty();
            Sinks.Empty<Void> elsewhere = Sinks.empty();
            CompletableFuture<Long> running = orm.transaction(insert(orm, 1)
                            .doOnNext(done -> half.tryEmitEmpty())
                            .then(elsewhere.asMono())
                            .then(insert(orm, 2)))
                    .toFuture();
            half.asMono().block(PATIENCE);
            CompletableFuture<Void> closed = Mono.<Void>fromRunnable(context::close)
                    .subscribeOn(Schedulers.boundedElastic())
                    .toFuture();
            TestDatabase.await("new work is refused", () -> isRefused(orm));
            assertThat(closed).isNotDone();
            elsewhere.tryEmitEmpty();
            assertThat(Mono.fromFuture(running).block(PATIENCE)).isOne();
            Mono.fromFuture(closed).block(PATIENCE);
        });
        assertThat(database.value("select count(*) from lifecycle", Long.class)).isEqualTo(2);
    }

    private static boolean isRefused(ReactiveOrm orm) {
        return Boolean.TRUE.equals(orm.sql("select 1")
                .execute()
                .thenReturn(false)
                .onErrorReturn(ConnectionLostException.class, true)
                .block(PATIENCE));
    }

    @Test
    void whatStopsLikeAWebServerStillReachesTheDatabase() {
        List<Long> inserted = new CopyOnWriteArrayList<>();
        application.withBean(LastRequest.class, () -> new LastRequest(inserted)).run(context -> {
            context.getBean(LastRequest.class).orm = context.getBean(ReactiveOrm.class);
            context.close();
        });
        assertThat(inserted).containsExactly(1L);
    }

    /** In a phase that ends later than any of Boot's. */
    private static final class LastRequest implements SmartLifecycle {

        private final List<Long> inserted;
        private ReactiveOrm orm;
        private boolean isRunning;

        LastRequest(List<Long> inserted) {
            this.inserted = inserted;
        }

        @Override
        public void start() {
            isRunning = true;
        }

        @Override
        public void stop() {
            inserted.add(insert(orm, 1).block(PATIENCE));
            isRunning = false;
        }

        @Override
        public boolean isRunning() {
            return isRunning;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }

    @Test
    void connectionsAreOpenBeforeTheFirstRequest() {
        application
                .withPropertyValues("reactive-orm.warm-up=3")
                .run(context -> assertThat(context.getBean(ReactiveOrm.class)
                                .pool()
                                .orElseThrow()
                                .figures())
                        .isEqualTo(new PoolFigures(0, 3, 3, 0, 4)));
    }

    @Test
    void anApplicationThatCannotWarmUpDoesNotStart() {
        application
                .withPropertyValues("reactive-orm.warm-up=3", "spring.r2dbc.url=r2dbc:postgresql://localhost:1/nothing")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasRootCauseInstanceOf(java.net.ConnectException.class));
    }

    @Test
    void limitsForAllAreProperties() {
        application
                .withPropertyValues("reactive-orm.statement-timeout=100ms", "reactive-orm.transaction-timeout=200ms")
                .run(context -> {
                    ReactiveOrm orm = context.getBean(ReactiveOrm.class);
                    Mono<Integer> sleep =
                            orm.sql("select 1 from pg_sleep(60)").map(row -> 1).one();
                    assertLate(sleep, Deadline.STATEMENT);
                    assertLate(orm.transaction(Mono.never()), Deadline.TRANSACTION);
                });
    }

    private static void assertLate(Mono<?> work, Deadline deadline) {
        StepVerifier.create(work)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DeadlineExceededException.class,
                                late -> assertThat(late.deadline()).isEqualTo(deadline)))
                .verify(PATIENCE);
    }

    @Test
    void connectionsAreOpenedOnDemandOtherwise() {
        application.run(context -> {
            ReactiveOrm orm = context.getBean(ReactiveOrm.class);
            assertThat(orm.pool().orElseThrow().figures()).isEqualTo(new PoolFigures(0, 0, 0, 0, 4));
            insert(orm, 1).as(StepVerifier::create).expectNext(1L).verifyComplete();
        });
    }
}
