package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import reactor.core.publisher.Mono;

/** Counted on the wire, through a line whose round trip is long against any pause of a busy machine. */
@Timeout(60)
class RoundTripsIT {

    private final Proxy proxy = new Proxy(TestDatabase.shared().port(), Duration.ofMillis(150));
    private final TestPool pool = new TestPool(proxy.port(), "maxSize=1");

    @BeforeEach
    void connect() {
        pool.database().run("drop table if exists trips; create table trips (id int primary key)");
        pool.transaction(pool.insert("trips", 0)).block(TestPool.PATIENCE);
        proxy.trips();
    }

    @AfterEach
    void isClean() {
        pool.assertClean();
        pool.close();
        proxy.close();
    }

    private int tripsOf(Mono<?> work) {
        work.block(TestPool.PATIENCE);
        return proxy.trips();
    }

    @Test
    void aStatementOfItsOwnIsOneRoundTrip() {
        assertThat(tripsOf(pool.insert("trips", 1))).isOne();
    }

    @Test
    void beginRidesWithTheFirstStatement() {
        assertThat(tripsOf(pool.transaction(pool.insert("trips", 1)))).isEqualTo(2);
    }

    @Test
    void optionsRideWithBegin() {
        TransactionOptions options = TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);
        assertThat(tripsOf(pool.transactions().execute(options, pool.insert("trips", 1))))
                .isEqualTo(2);
    }

    @Test
    void aTransactionOfTwoStatementsIsThreeRoundTrips() {
        assertThat(tripsOf(pool.transaction(pool.insert("trips", 1).then(pool.insert("trips", 2)))))
                .isEqualTo(3);
    }

    @Test
    void aRollbackIsOneRoundTrip() {
        Mono<Long> failing =
                pool.transaction(pool.insert("trips", 1).then(Mono.<Long>error(new IllegalStateException())));
        assertThat(tripsOf(failing.onErrorComplete())).isEqualTo(2);
    }

    @Test
    void aTransactionWithoutStatementsIsNone() {
        assertThat(tripsOf(pool.transaction(Mono.just(1)))).isZero();
    }
}
