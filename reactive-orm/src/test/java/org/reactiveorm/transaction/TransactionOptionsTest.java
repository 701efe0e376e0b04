package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;

class TransactionOptionsTest {

    private static final TransactionOptions DEFAULTS = TransactionOptions.defaults();

    private static String sent(TransactionOptions options) {
        return options.begin() + options.limits().sql();
    }

    @Test
    void whatTheServerHasToKnowIsInOneMessage() {
        assertThat(sent(DEFAULTS)).isEqualTo("BEGIN");
        assertThat(sent(DEFAULTS.asReadOnly())).isEqualTo("BEGIN READ ONLY");
        assertThat(sent(TransactionOptions.snapshot())).isEqualTo("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        assertThat(sent(TransactionOptions.serializable())).isEqualTo("BEGIN ISOLATION LEVEL SERIALIZABLE");
        assertThat(sent(DEFAULTS.asDeferrable())).isEqualTo("BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE");
        assertThat(sent(DEFAULTS.withStatementTimeout(Duration.ofSeconds(2)).withLockTimeout(Duration.ofMillis(30))))
                .isEqualTo("BEGIN; SET LOCAL statement_timeout = 2000; SET LOCAL lock_timeout = 30");
    }

    @Test
    void theServersOwnLimitComesAfterOurs() {
        assertThat(DEFAULTS.withTimeout(Duration.ofSeconds(1)).limits().sqlWithTransaction())
                .isEqualTo("; SET LOCAL transaction_timeout = 6000");
        assertThat(DEFAULTS.withTimeout(Duration.ofSeconds(1)).limits().sql()).isEmpty();
    }

    @Test
    void eachOptionLeavesTheOthersAlone() {
        TransactionOptions all = TransactionOptions.serializable()
                .asReadOnly()
                .withTimeout(Duration.ofSeconds(1))
                .withStatementTimeout(Duration.ofSeconds(2))
                .withLockTimeout(Duration.ofSeconds(3))
                .withRetries(4)
                .withPropagation(Propagation.SEPARATE)
                .emittingEarly();
        assertThat(all)
                .isEqualTo(new TransactionOptions(
                        Isolation.SERIALIZABLE,
                        Access.READ_ONLY,
                        new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)),
                        Retries.of(4),
                        Propagation.SEPARATE,
                        Emitting.EARLY));
    }

    @Test
    void limitsAreFromAMillisecondTo24Days() {
        for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(25)}) {
            assertThatThrownBy(() -> DEFAULTS.withTimeout(wrong))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("transaction timeout is " + wrong);
            assertThatThrownBy(() -> DEFAULTS.withStatementTimeout(wrong)).isInstanceOf(InvalidQueryException.class);
            assertThatThrownBy(() -> DEFAULTS.withLockTimeout(wrong)).isInstanceOf(InvalidQueryException.class);
        }
        assertThat(DEFAULTS.withTimeout(Duration.ofDays(24)).limits().transaction())
                .isEqualTo(Duration.ofDays(24));
    }

    @Test
    void onlySerializableTransactionsAreDeferred() {
        assertThatThrownBy(() -> DEFAULTS.withAccess(Access.DEFERRABLE))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("DEFAULT");
        assertThatThrownBy(() -> DEFAULTS.asDeferrable().withIsolation(Isolation.READ_COMMITTED))
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void retriesAreChecked() {
        assertThatThrownBy(() -> Retries.of(-1))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("-1 times");
        assertThatThrownBy(() -> Retries.of(1).withJitter(1.1)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> Retries.of(1).withBackoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> Retries.of(1).withBackoff(Duration.ofSeconds(-2), Duration.ofSeconds(1)))
                .isInstanceOf(InvalidQueryException.class);
    }
}
