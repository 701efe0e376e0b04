package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class AcquireLimitTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final TestPublisher<Connection> pool = TestPublisher.create();

    @Test
    void whatIsNotAnsweredInTimeFailsAndIsCancelled() {
        new AcquireLimit(SHORT)
                .on(pool.mono())
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(R2dbcTimeoutException.class)
                        .hasMessage("Connection acquisition timed out after 50ms"))
                .verify(LONG);
        pool.assertCancelled();
    }

    @Test
    void eachOfManyHasATimeOfItsOwn() {
        AcquireLimit limit = new AcquireLimit(SHORT);
        List<Mono<Connection>> early =
                Stream.generate(() -> limit.on(Mono.never())).limit(100).toList();
        Mono<Connection> late = Mono.delay(SHORT.dividedBy(2)).then(limit.on(Mono.never()));

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
    }

    @Test
    void theTimerStartsAgainAfterAPause() {
        AcquireLimit limit = new AcquireLimit(SHORT);
        for (int i = 0; i < 2; i++) {
            limit.on(Mono.never())
                    .as(StepVerifier::create)
                    .expectError(R2dbcTimeoutException.class)
                    .verify(LONG);
        }
    }

    @Test
    void errorsAndEmptinessPassThrough() {
        AcquireLimit limit = new AcquireLimit(LONG);
        limit.on(Mono.error(new IllegalStateException("closed")))
                .as(StepVerifier::create)
                .verifyErrorMessage("closed");
        limit.on(Mono.empty()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void aCancelGoesThrough() {
        new AcquireLimit(LONG)
                .on(pool.mono())
                .as(StepVerifier::create)
                .thenCancel()
                .verify();
        pool.assertCancelled();
    }
}
