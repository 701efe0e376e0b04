package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.test.fault.DroppedErrors;
import org.reactiveorm.test.fault.Peer;
import org.reactiveorm.test.fault.TcpProxy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Requests to the pool are answered by hand. */
@Timeout(60)
class AcquireQueueIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final IdleCheck NONE = new IdleCheck(Duration.ofMillis(-1), SHORT);

    private final List<Sinks.One<Connection>> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Mono<Connection> pool = Mono.defer(() -> {
        Sinks.One<Connection> answer = Sinks.one();
        requests.add(answer);
        return answer.asMono().doOnCancel(cancelled::incrementAndGet);
    });

    private AcquireQueue queue(int places, Duration limit) {
        return new AcquireQueue(pool, NONE, places, limit);
    }

    @Test
    void whoWaitsTooLongIsToldAndThePoolIsLeftAlone() {
        AcquireQueue queue = queue(1, SHORT);
        queue.acquire()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(R2dbcTimeoutException.class)
                        .hasMessage("Connection acquisition timed out after 50ms"))
                .verify(LONG);
        assertThat(cancelled).hasValue(0);
        assertThat(queue.size()).isZero();
    }

    @Test
    void whatOneThrowsWhoIsToldKeepsNobodyElseWaiting() {
        List<Integer> told = new CopyOnWriteArrayList<>();
        try (DroppedErrors dropped = DroppedErrors.record()) {
            AcquireQueue queue = queue(1, SHORT);
            for (int i = 0; i < 20; i++) {
                int each = i;
                queue.acquire().subscribe(connection -> {}, error -> {
                    told.add(each);
                    throw new IllegalStateException("boom " + each);
                });
            }
            TestDatabase.await("all have been told", () -> dropped.all().size() == 20);
        }
        assertThat(told).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aNegativeLimitIsNone() {
        queue(1, Duration.ofMillis(-1))
                .acquire()
                .as(StepVerifier::create)
                .expectSubscription()
                .expectNoEvent(SHORT)
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void eachOfManyHasATimeOfItsOwn() {
        AcquireQueue queue = queue(10, SHORT);
        List<Mono<Connection>> early =
                Stream.generate(queue::acquire).limit(100).toList();
        Mono<Connection> late = Mono.delay(SHORT.dividedBy(2)).then(queue.acquire());

        Flux.fromIterable(early)
                .mergeWith(Flux.just(late))
                .flatMap(
                        acquisition -> acquisition
                                .materialize()
                                .map(signal -> signal.getThrowable() instanceof R2dbcTimeoutException),
                        101)
                .as(StepVerifier::create)
                .expectNextSequence(Stream.generate(() -> true).limit(101).toList())
                .expectComplete()
                .verify(LONG);
        assertThat(requests).hasSize(10);
    }

    @Test
    void theTimerStartsAgainAfterAPause() {
        AcquireQueue queue = queue(1, SHORT);
        for (int i = 0; i < 2; i++) {
            queue.acquire()
                    .as(StepVerifier::create)
                    .expectError(R2dbcTimeoutException.class)
                    .verify(LONG);
        }
    }

    @Test
    void errorsAndEmptinessPassThrough() {
        new AcquireQueue(Mono.error(new IllegalStateException("closed")), NONE, 1, LONG)
                .acquire()
                .as(StepVerifier::create)
                .verifyErrorMessage("closed");
        new AcquireQueue(Mono.empty(), NONE, 1, LONG)
                .acquire()
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void thousandsWhoWaitForAPoolThatIsClosedAreAllTold() {
        Sinks.Empty<Connection> closed = Sinks.empty();
        AcquireQueue queue = new AcquireQueue(closed.asMono(), NONE, 2, LONG);
        List<CompletableFuture<Connection>> all = IntStream.range(0, 50_000)
                .mapToObj(i -> queue.acquire().toFuture())
                .toList();
        closed.tryEmitError(new IllegalStateException("closed"));
        assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
    }

    @Test
    void aLateErrorIsNotThatOfTheNextInTheQueue() {
        AcquireQueue queue = queue(1, LONG);
        queue.acquire().toFuture().cancel(true);
        CompletableFuture<Connection> next = queue.acquire().toFuture();
        assertThat(requests).hasSize(1);
        requests.get(0).tryEmitError(new IllegalStateException("late"));
        assertThat(next).isNotDone();
        assertThat(requests).hasSize(2);
        requests.get(1).tryEmitError(new IllegalStateException("own"));
        assertThat(next).isCompletedExceptionally();
    }

    @Test
    void aConnectionIsForTheOneWhoHasWaitedLongest() {
        try (TestPool real = TestPool.ofOne()) {
            AcquireQueue queue = queue(2, LONG);
            CompletableFuture<Connection> gone = queue.acquire().toFuture();
            CompletableFuture<Connection> first = queue.acquire().toFuture();
            CompletableFuture<Connection> second = queue.acquire().toFuture();
            gone.cancel(true);
            assertThat(requests).hasSize(2);
            assertThat(cancelled).hasValue(0);

            Connection connection = real.pool().create().block(TestPool.PATIENCE);
            requests.get(0).tryEmitValue(connection);
            assertThat(first).isCompletedWithValue(connection);
            assertThat(second).isNotDone();
            Mono.from(connection.close()).block(TestPool.PATIENCE);
            real.assertClean();
        }
    }

    @Test
    void aConnectionThatNobodyWaitsForAnyMoreGoesBack() {
        try (TestPool real = TestPool.ofOne()) {
            queue(1, LONG).acquire().toFuture().cancel(true);
            requests.get(0).tryEmitValue(real.pool().create().block(TestPool.PATIENCE));
            real.assertClean();
        }
    }

    @Test
    void thousandsWhoGiveUpCostThoseBehindThemNothing() {
        try (TestPool real = TestPool.of("maxSize=2")) {
            List<Connection> all = Flux.range(0, 2)
                    .flatMap(i -> real.pool().create())
                    .collectList()
                    .block(TestPool.PATIENCE);
            List<CompletableFuture<? extends Connection>> gone = IntStream.range(0, 20_000)
                    .<CompletableFuture<? extends Connection>>mapToObj(
                            i -> real.pool().create().toFuture())
                    .toList();
            CompletableFuture<Integer> behind =
                    real.values("select 1", Integer.class).next().toFuture();
            gone.forEach(one -> one.cancel(true));
            assertThat(real.figures().pendingAcquireSize()).isOne();
            Flux.fromIterable(all).flatMap(Connection::close).blockLast(TestPool.PATIENCE);
            assertThat(Mono.fromFuture(behind).block(TestPool.PATIENCE)).isOne();
            real.assertClean();
        }
    }

    @Test
    void manyAtOnceOfWhomSomeGiveUpLeaveThePoolWhole() {
        try (TestPool real = TestPool.of("maxSize=3&maxLifeTime=PT0.05S")) {
            Flux.range(0, 3_000)
                    .flatMap(
                            i -> real.values("select 1", Integer.class)
                                    .subscribeOn(Schedulers.parallel())
                                    .timeout(Duration.ofMillis(i % 7), Mono.empty()),
                            64)
                    .blockLast(TestPool.PATIENCE);
            real.assertClean();
            List<Connection> all = Flux.range(0, 3)
                    .flatMap(i -> real.pool().create())
                    .collectList()
                    .block(TestPool.PATIENCE);
            assertThat(all).as("no place is lost").hasSize(3);
            Flux.fromIterable(all).flatMap(Connection::close).blockLast(TestPool.PATIENCE);
        }
    }

    @Test
    void whatWasCutSilentlyIsNotHandedOut() {
        try (TcpProxy proxy = TestDatabase.shared().proxy(Duration.ZERO);
                TestPool real =
                        new TestPool(proxy.port(), "maxSize=5&validateAfterIdle=PT0.05S&maxValidationTime=PT0.5S")) {
            List<Connection> all = Flux.range(0, 5)
                    .flatMap(i -> real.pool().create())
                    .collectList()
                    .block(TestPool.PATIENCE);
            Flux.fromIterable(all).flatMap(Connection::close).blockLast(TestPool.PATIENCE);
            proxy.lines().hangUpOn(Peer.SERVER);
            assertThat(Mono.delay(Duration.ofMillis(60))
                            .thenMany(real.values("select 1", Integer.class))
                            .blockLast(TestPool.PATIENCE))
                    .isOne();
            assertThat(real.figures().allocatedSize())
                    .as("the others were closed unasked")
                    .isOne();
            real.assertClean();
        }
    }
}
