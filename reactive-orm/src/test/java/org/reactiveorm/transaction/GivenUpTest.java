package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.InvalidQueryException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What waits in a transaction that is given up asks for nothing any more. */
class GivenUpTest {

    /** A pool that is exhausted. */
    private static final class Exhausted implements ConnectionProvider {

        private final AtomicInteger requests = new AtomicInteger();

        @Override
        public Mono<Connection> acquire() {
            requests.incrementAndGet();
            return Mono.never();
        }

        @Override
        public Mono<Void> release(Connection connection) {
            throw new AssertionError("There is nothing to release");
        }

        @Override
        public Mono<Void> discard(Connection connection) {
            throw new AssertionError("There is nothing to discard");
        }
    }

    private final Exhausted pool = new Exhausted();
    private final Transactions transactions = new Transactions(pool, TransactionListener.none());

    private Mono<Long> thousandStatements(TransactionOptions options) {
        Flux<Integer> statement = transactions.statement(connection -> Mono.<Integer>empty());
        return transactions.execute(
                options, Flux.range(0, 1000).flatMap(i -> statement, 1000).count());
    }

    @Test
    void aCancelIsNoReasonToAskForAThousandConnections() {
        thousandStatements(TransactionOptions.defaults()).subscribe().dispose();
        assertThat(pool.requests).hasValue(1);
    }

    @Test
    void whoWaitsWithoutBeingCancelledIsTold() {
        Mono<Integer> first = transactions.statement(connection -> Mono.just(1)).single();
        Mono<Integer> shared =
                transactions.statement(connection -> Mono.just(2)).single().cache();
        transactions
                .execute(TransactionOptions.defaults(), Mono.zip(first, shared))
                .subscribe()
                .dispose();
        StepVerifier.create(shared)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("is over"))
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void neitherIsTheEndOfItsTime() {
        StepVerifier.create(thousandStatements(TransactionOptions.defaults().withTimeout(Duration.ofMillis(20))))
                .expectError(DeadlineExceededException.class)
                .verify(Duration.ofSeconds(20));
        assertThat(pool.requests).hasValue(1);
    }

    @Test
    void norIsOneInASavepoint() {
        Mono<Long> inner = thousandStatements(TransactionOptions.savepoint());
        transactions.execute(TransactionOptions.defaults(), inner).subscribe().dispose();
        assertThat(pool.requests).hasValue(1);
    }
}
