package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.spring.SpringPool.Manager;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactivestreams.Publisher;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Transactions of Spring that are cancelled: with Spring's manager they leak, with ours they do not. */
@Timeout(120)
class SpringCancellationIT {

    private static final Duration ROUND_TRIP = Duration.ofMillis(12);
    private static final int ROUND_TRIPS = 4;

    private final TestDatabase database = TestDatabase.shared();

    /** The ways into a transaction. Each writes two rows. */
    enum Way {
        OPERATOR_MONO(
                (pool, ids) -> pool.required().transactional(two(pool, ids).then())),
        OPERATOR_FLUX((pool, ids) -> pool.required().transactional(two(pool, ids))),
        ANNOTATED_MONO((pool, ids) -> Writes.of(pool).mono(ids)),
        ANNOTATED_FLUX((pool, ids) -> Writes.of(pool).flux(ids)),
        OF_SPRING((pool, ids) -> Mono.defer(() -> pool.insertOfSpring(ids.incrementAndGet()))
                .then(Mono.defer(() -> pool.insertOfSpring(ids.incrementAndGet())))
                .as(pool.required()::transactional)),
        NESTED((pool, ids) -> Mono.defer(() -> pool.insert(ids.incrementAndGet()))
                .then(Mono.defer(() -> pool.insert(ids.incrementAndGet()))
                        .as(pool.operator(PROPAGATION_NESTED)::transactional))
                .as(pool.required()::transactional));

        private final Work work;

        Way(Work work) {
            this.work = work;
        }

        private static Flux<Long> two(SpringPool pool, AtomicInteger ids) {
            return Flux.concat(
                    Mono.defer(() -> pool.insert(ids.incrementAndGet())),
                    Mono.defer(() -> pool.insert(ids.incrementAndGet())));
        }
    }

    private interface Work {
        Publisher<?> in(SpringPool pool, AtomicInteger ids);
    }

    /** What an application annotates. */
    interface Writes {

        Mono<Long> mono(AtomicInteger ids);

        Flux<Long> flux(AtomicInteger ids);

        static Writes of(SpringPool pool) {
            ProxyFactory proxies = new ProxyFactory(new Annotated(pool));
            proxies.addAdvice(
                    new TransactionInterceptor(pool.manager(), new AnnotationTransactionAttributeSource(false)));
            return (Writes) proxies.getProxy();
        }
    }

    record Annotated(SpringPool pool) implements Writes {

        @Override
        @Transactional
        public Mono<Long> mono(AtomicInteger ids) {
            return Way.two(pool, ids).last();
        }

        @Override
        @Transactional
        public Flux<Long> flux(AtomicInteger ids) {
            return Way.two(pool, ids);
        }
    }

    @BeforeEach
    void createTable() {
        database.run("drop table if exists spring_rows; create table spring_rows (id int primary key)");
    }

    @ParameterizedTest
    @EnumSource
    void aCancelWhileItBeginsLeavesItOpenWithSpringsManagerAndNothingWithOurs(Manager manager) {
        Way[] ways = Way.values();
        try (TcpProxy proxy = database.proxy(Duration.ofMillis(200));
                SpringPool pool = warm(manager, proxy, ways.length)) {
            for (Way way : ways) {
                cancelWhileItBegins(pool, way);
            }
            switch (manager) {
                case OURS -> pool.assertClean();
                case SPRINGS -> assertLostForEver(pool, ways.length);
            }
            assertThat(pool.rows()).isEmpty();
        }
    }

    private void assertLostForEver(SpringPool pool, int connections) {
        TestDatabase.await("all are open", () -> database.idleInTransaction() == connections);
        Mono<Integer> next = pool.session().timeout(Duration.ofSeconds(1));
        assertThatThrownBy(() -> next.block(SpringPool.PATIENCE)).hasCauseInstanceOf(TimeoutException.class);
        assertThat(database.idleInTransaction()).isEqualTo(connections);
        assertThat(pool.figures().acquiredSize()).isEqualTo(connections);
        database.run("select pg_terminate_backend(pid) from pg_stat_activity where state like 'idle in transaction%'");
    }

    /** The connection is there, so {@code BEGIN} is under way from the subscription on for a round trip. */
    private static void cancelWhileItBegins(SpringPool pool, Way way) {
        Disposable running = Flux.from(way.work.in(pool, new AtomicInteger())).subscribe();
        Mono.delay(Duration.ofMillis(20)).block();
        running.dispose();
    }

    @ParameterizedTest
    @EnumSource
    void aCancelAnywhereWithinFourRoundTripsLeavesNothing(Way way) {
        sweep(1, way.work, 2);
    }

    @Test
    void aCancelOfATransactionInATransactionAnywhereLeavesNothing() {
        sweep(2, SpringCancellationIT::oneInAnother, 1);
    }

    private static Mono<Long> oneInAnother(SpringPool pool, AtomicInteger ids) {
        return Mono.defer(() -> pool.insert(ids.incrementAndGet()))
                .then(Mono.defer(() -> pool.insert(ids.incrementAndGet()))
                        .as(pool.operator(PROPAGATION_REQUIRES_NEW)::transactional))
                .as(pool.required()::transactional);
    }

    /** Spring looks for what it keeps of the outer one, which is put aside while the inner one begins. */
    @ParameterizedTest
    @EnumSource
    void aCancelWhileAnInnerOneBeginsLosesBothWithSpringsManagerAndNoneWithOurs(Manager manager) {
        try (TcpProxy proxy = database.proxy(Duration.ofMillis(200));
                SpringPool pool = warm(manager, proxy, 2)) {
            Sinks.Empty<Void> begins = Sinks.empty();
            Mono<Long> inner = Mono.<Void>fromRunnable(begins::tryEmitEmpty)
                    .then(pool.insert(2).as(pool.operator(PROPAGATION_REQUIRES_NEW)::transactional));
            Flux.from(pool.insert(1).then(inner).as(pool.required()::transactional))
                    .takeUntilOther(begins.asMono().then(Mono.delay(Duration.ofMillis(20))))
                    .blockLast(SpringPool.PATIENCE);
            switch (manager) {
                case OURS -> pool.assertClean();
                case SPRINGS -> assertLostForEver(pool, 2);
            }
            assertThat(pool.rows()).isEmpty();
        }
    }

    private void sweep(int connections, Work work, int rowsOfCommit) {
        try (TcpProxy proxy = database.proxy(ROUND_TRIP);
                SpringPool pool = warm(Manager.OURS, proxy, connections)) {
            AtomicInteger ids = new AtomicInteger();
            Publisher<?> cancelled = work.in(pool, ids);
            for (long millis = 0; millis <= ROUND_TRIPS * ROUND_TRIP.toMillis() + 10; millis += 3) {
                Flux.from(cancelled)
                        .takeUntilOther(Mono.delay(Duration.ofMillis(millis)))
                        .blockLast(SpringPool.PATIENCE);
                pool.assertClean();
            }
            long committed = pool.events().stream().filter("committed"::equals).count();
            assertThat(pool.rows()).hasSize((int) committed * rowsOfCommit);
            assertThat(pool.events()).contains("committed", "rolled back");
        }
    }

    private static SpringPool warm(Manager manager, TcpProxy proxy, int connections) {
        SpringPool pool = new SpringPool(manager, proxy.port(), "maxSize=" + connections);
        Flux.range(0, connections)
                .flatMap(each -> pool.orm().sql("select 1 from pg_sleep(0.05)").execute())
                .blockLast(SpringPool.PATIENCE);
        return pool;
    }

    @Test
    void whatGoesOnInsteadOfACancelledTransactionIsInTheOneAroundIt() {
        try (SpringPool pool = SpringPool.of(Manager.OURS, "maxSize=2")) {
            Mono<Long> slow = pool.insert(1)
                    .then(pool.orm().sql("select 1 from pg_sleep(60)").execute())
                    .as(pool.operator(PROPAGATION_REQUIRES_NEW)::transactional);
            Function<Mono<Long>, Mono<Long>> instead =
                    inner -> inner.timeout(Duration.ofMillis(100), Mono.defer(() -> pool.insert(2)));
            Mono<Long> outer = slow.as(instead)
                    .then(pool.insertOfSpring(3))
                    .then(pool.session().zipWith(pool.sessionOfSpring()))
                    .map(sessions -> Stream.of(sessions.getT1(), sessions.getT2())
                            .distinct()
                            .count())
                    .as(pool.required()::transactional);
            assertThat(outer.block(SpringPool.PATIENCE)).isOne();
            pool.assertClean();
            assertThat(pool.rows()).containsExactly(2, 3);
        }
    }
}
