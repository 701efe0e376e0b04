package org.reactiveorm.test.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.test.OrmExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What the users of the connections see of each fault, and that nothing is left of it. */
@Timeout(60)
class FaultyConnectionsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres()
            .emptySchema()
            .script("create table t (id int)")
            .perTest();

    private final FaultyConnections faulty = FaultyConnections.of(ConnectionFactories.get(database.url()));
    private final ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(faulty)
            .initialSize(0)
            .maxSize(2)
            .acquireRetry(0)
            .build());
    private final ReactiveOrm orm = ReactiveOrm.create(pool);
    private final Mono<Long> insert =
            orm.sql("insert into t values (:id)").bind("id", 1).execute();

    @AfterEach
    void nothingIsLeft() {
        CleanPool.assertPoolClean(pool, database.url());
        pool.disposeLater().block();
    }

    private long stored() {
        return orm.sql("select count(*) from t").as(Long.class).one().block();
    }

    @Test
    void connectionsThatCannotBeMade() {
        Mono<Void> met = faulty.at(Moment.CREATE).times(2).fail("53300");
        StepVerifier.create(insert).verifyErrorMatches(error -> error.toString().contains("A test wants 53300"));
        StepVerifier.create(insert).verifyError();
        met.block();
        assertThat(insert.block()).isOne();
    }

    @Test
    void connectionsThatAreNeverThere() {
        Mono<Void> met = faulty.at(Moment.CREATE).hang();
        Disposable waiting = insert.subscribe();
        met.block();
        assertThat(insert.block()).isOne();
        waiting.dispose();
    }

    @Test
    void aStatementThatFailsBeforeItIsSentHasNoEffect() {
        faulty.at(Moment.BEFORE_STATEMENT).sql("INSERT INTO t").fail("40001");
        StepVerifier.create(insert).verifyError(TransactionConflictException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void aStatementThatFailsAfterItWasSentHasAnEffect() {
        faulty.at(Moment.AFTER_STATEMENT).sql("insert into").fail("08006");
        StepVerifier.create(insert).verifyError(CommitOutcomeUnknownException.class);
        assertThat(stored()).isOne();
    }

    @Test
    void aCommitThatFailsBeforeOrAfterIsUnknown() {
        for (Moment moment : new Moment[] {Moment.BEFORE_STATEMENT, Moment.AFTER_STATEMENT}) {
            faulty.at(moment).sql("commit").fail("08006");
            StepVerifier.create(orm.transaction(insert)).verifyError(CommitOutcomeUnknownException.class);
            assertThat(stored()).isEqualTo(moment == Moment.AFTER_STATEMENT ? 1 : 0);
        }
    }

    @Test
    void aStatementThatIsNeverAnswered() {
        Mono<Void> met = faulty.at(Moment.BEFORE_STATEMENT).sql("insert into").hang();
        Disposable waiting = orm.transaction(insert).subscribe();
        met.block();
        waiting.dispose();
        CleanPool.assertPoolClean(pool, database.url());
        assertThat(stored()).isZero();
    }

    @Test
    void theDriversOwnTransactionsFailInTheSameWay() {
        Connection connection = Mono.from(faulty.create()).block();
        faulty.at(Moment.BEFORE_STATEMENT).sql("rollback").fail(new IllegalStateException("mine"));
        StepVerifier.create(connection.beginTransaction()).verifyComplete();
        StepVerifier.create(connection.rollbackTransaction()).verifyErrorMessage("mine");
        StepVerifier.create(connection.rollbackTransaction()).verifyComplete();
        Mono.from(connection.close()).block();
    }

    @Test
    void validationAndCloseFailOrHang() {
        Connection connection = Mono.from(faulty.create()).block();
        faulty.at(Moment.VALIDATE).fail("08003");
        Mono<Void> hangs = faulty.at(Moment.CLOSE).hang();
        StepVerifier.create(connection.validate(ValidationDepth.LOCAL)).verifyError();
        StepVerifier.create(connection.validate(ValidationDepth.LOCAL))
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(connection.close())
                .expectSubscription()
                .then(hangs::block)
                .expectTimeout(Duration.ofMillis(20))
                .verify();
        Mono.from(connection.close()).block();
    }

    @Test
    void whatIsHealedDoesNotHappen() {
        faulty.at(Moment.CREATE).fail("08001");
        faulty.heal();
        assertThat(insert.block()).isOne();
        faulty.at(Moment.BEFORE_STATEMENT).fail("57P01");
        StepVerifier.create(insert).verifyError(ConnectionLostException.class);
    }
}
