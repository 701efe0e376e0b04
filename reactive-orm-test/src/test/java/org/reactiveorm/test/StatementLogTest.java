package org.reactiveorm.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.transaction.TransactionEvent;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Mono;

class StatementLogTest {

    private static final Throwable CAUSE = new IllegalStateException("too poor");

    private final StatementLog log = new StatementLog();

    @Test
    void statementsAreKeptInOrderAndTransactionsAreNotCounted() {
        log.began(event(1));
        log.executed(statement("select 1", 1L));
        log.executed(statement("select 2", 1L));
        log.committed(event(1));

        assertThat(log).hasCount(2).hasCommitted().hasCommitted(1).hasRolledBack(0);
        assertThat(log.list()).extracting(ExecutedStatement::sql).containsExactly("select 1", "select 2");
        assertThat(log.count()).isEqualTo(2);
    }

    @Test
    void aFailureShowsTheWholeLog() {
        log.began(event(7));
        log.executed(statement("update users\nset balance = $1", 7L));
        log.rolledBack(new TransactionEvent(7, TransactionOptions.defaults(), Duration.ZERO, CAUSE));

        assertThatThrownBy(() -> assertThat(log).hasCount(3))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                Expecting 3 statements to be sent, but there were 1:
                      transaction 7 began
                   1. update users
                set balance = $1
                      -- 1 row of User, 1500 µs, in transaction 7
                      transaction 7 was rolled back after java.lang.IllegalStateException: too poor
                """);
        assertThatThrownBy(() -> assertThat(log).hasCommitted())
                .hasMessageStartingWith("Expecting all transactions, at least one, to be committed:")
                .hasMessageContaining("rolled back after");
        assertThatThrownBy(() -> assertThat(log).as("the transfer").hasNoTransaction())
                .hasMessageStartingWith("[the transfer] Expecting no transaction:");
    }

    @Test
    void aPercentSignInTheSqlDoesNotSpoilTheMessage() {
        log.executed(statement("select '100%d'", null));

        assertThatThrownBy(() -> assertThat(log).isEmpty()).hasMessageContaining("select '100%d'");
    }

    @Test
    void anEmptyLogIsShownAsNothing() {
        assertThat(log).isEmpty().hasCount(0).hasNoTransaction();
        assertThatThrownBy(() -> assertThat(log).hasRolledBack()).hasMessageContaining("(nothing)");
        assertThatThrownBy(() -> assertThat(log).hasCommitted()).hasMessageContaining("(nothing)");
    }

    @Test
    void oneOfEachKindIsNeitherCommittedNorRolledBack() {
        log.began(event(1));
        log.began(event(2));
        log.committed(event(1));
        log.rolledBack(event(2));

        assertThat(log).hasCommitted(1).hasRolledBack(1);
        assertThatThrownBy(() -> assertThat(log).hasCommitted()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(log).hasRolledBack()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(log).hasCommitted(2))
                .hasMessageStartingWith("Expecting 2 transactions to be committed, but there were 1:");
    }

    @Test
    void aLostCommitIsNoCommit() {
        log.began(event(1));
        log.outcomeUnknown(event(1));

        assertThatThrownBy(() -> assertThat(log).hasCommitted()).hasMessageContaining("was lost while it committed");
        assertThatThrownBy(() -> assertThat(log).hasRolledBack()).isInstanceOf(AssertionError.class);
    }

    @Test
    void sqlIsFoundInAnyCaseAndLayout() {
        log.executed(statement("SELECT *\n  from   Users", null));

        assertThat(log).containsSql("select * from users").doesNotContainSql("posts");
        assertThatThrownBy(() -> assertThat(log).containsSql("posts"))
                .hasMessageStartingWith("Expecting a statement with <posts>:");
        assertThatThrownBy(() -> assertThat(log).doesNotContainSql("FROM users"))
                .hasMessageStartingWith("Expecting no statement with <FROM users>:");
    }

    @Test
    void anAssertionWaitsForTheEndOfATransaction() {
        log.began(event(1));
        CompletableFuture<Void> assertion =
                CompletableFuture.runAsync(() -> assertThat(log).hasRolledBack());

        log.rolledBack(event(1));

        assertThat(assertion).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whatABlockDidIsCountedAlone() {
        log.executed(statement("before", null));

        StatementLog part = log.during(Mono.fromRunnable(() -> log.executed(statement("inside", null))));

        log.executed(statement("after", null));
        assertThat(part).hasCount(1).containsSql("inside");
        assertThat(log).hasCount(3);
        assertThatThrownBy(() -> log.during(Mono.error(CAUSE))).isSameAs(CAUSE);
    }

    private static ExecutedStatement statement(String sql, Long transaction) {
        return new ExecutedStatement(sql, "User", 1, Duration.ofNanos(1_500_000), null, transaction);
    }

    private static TransactionEvent event(long id) {
        return new TransactionEvent(id, TransactionOptions.defaults(), Duration.ZERO, null);
    }
}
