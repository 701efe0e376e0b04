package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_MANDATORY;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NEVER;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NOT_SUPPORTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_SUPPORTS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactiveorm.spring.SpringPool.Manager;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.transaction.TransactionOptions;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.TransactionContextManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What transactions of Spring are and do with our manager, and what transactions do within each other. */
@Timeout(60)
class OrmTransactionManagerIT {

    private static final RuntimeException STOP = new IllegalStateException("stop");

    private final SpringPool pool = SpringPool.of(Manager.OURS, "maxSize=2");

    @BeforeEach
    void createTable() {
        pool.createTable();
    }

    @AfterEach
    void close() {
        try (pool) {
            pool.assertClean();
        }
    }

    private <T> Mono<T> within(int propagation, Mono<T> work) {
        return work.as(pool.operator(propagation)::transactional);
    }

    private <T> Mono<T> transactional(Mono<T> work) {
        return within(PROPAGATION_REQUIRED, work);
    }

    // Alone

    @Test
    void ourStatementsAndThoseOfSpringAreOnOneConnection() {
        Mono<Long> sessions = Flux.concat(pool.session(), pool.sessionOfSpring(), pool.session())
                .distinct()
                .count();
        StepVerifier.create(transactional(sessions)).expectNext(1L).verifyComplete();
        assertThat(pool.events()).containsExactly("began", "committed");
    }

    @Test
    void beginCostsNoRoundTrip() {
        try (TcpProxy proxy = pool.database().proxy(Duration.ofMillis(150));
                SpringPool counted = new SpringPool(Manager.OURS, proxy.port(), "maxSize=1")) {
            Mono<Long> two = counted.insert(1).then(counted.insert(2)).as(counted.required()::transactional);
            counted.session().block(SpringPool.PATIENCE);
            proxy.roundTrips();
            two.block(SpringPool.PATIENCE);
            assertThat(proxy.roundTrips()).isEqualTo(3);
        }
    }

    @Test
    void parallelStatementsTakeTurns() {
        Mono<Void> many = Flux.range(0, 1000)
                .flatMap(id -> pool.insert(id).subscribeOn(Schedulers.parallel()), 1000)
                .then();
        StepVerifier.create(transactional(many)).verifyComplete();
        assertThat(pool.rows()).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource({
        TransactionDefinition.ISOLATION_DEFAULT + ",read committed",
        TransactionDefinition.ISOLATION_READ_UNCOMMITTED + ",read committed",
        TransactionDefinition.ISOLATION_READ_COMMITTED + ",read committed",
        TransactionDefinition.ISOLATION_REPEATABLE_READ + ",repeatable read",
        TransactionDefinition.ISOLATION_SERIALIZABLE + ",serializable"
    })
    void theServerKnowsTheIsolation(int level, String name) {
        DefaultTransactionDefinition isolated = new DefaultTransactionDefinition();
        isolated.setIsolationLevel(level);
        StepVerifier.create(setting("transaction_isolation").as(pool.operator(isolated)::transactional))
                .expectNext(name)
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theServerKnowsWhatIsReadOnly(boolean isReadOnly) {
        DefaultTransactionDefinition readOnly = new DefaultTransactionDefinition();
        readOnly.setReadOnly(isReadOnly);
        StepVerifier.create(setting("transaction_read_only").as(pool.operator(readOnly)::transactional))
                .expectNext(isReadOnly ? "on" : "off")
                .verifyComplete();
    }

    private Mono<String> setting(String name) {
        return pool.orm()
                .sql("select current_setting(:name)")
                .bind("name", name)
                .as(String.class)
                .oneOrFail();
    }

    @Test
    void whatTakesTooLongIsStoppedAndUndone() {
        DefaultTransactionDefinition limited = new DefaultTransactionDefinition();
        limited.setTimeout(1);
        Mono<Long> slow =
                pool.insert(1).then(pool.orm().sql("select 1 from pg_sleep(60)").execute());
        StepVerifier.create(slow.as(pool.operator(limited)::transactional))
                .verifyError(DeadlineExceededException.class);
        assertThat(pool.rows()).isEmpty();
    }

    @Test
    void whatOthersTakeTooLongForIsStoppedAndUndone() {
        DefaultTransactionDefinition limited = new DefaultTransactionDefinition();
        limited.setTimeout(1);
        Mono<Long> slow = pool.insert(1).then(sleepOfSpring());
        StepVerifier.create(slow.as(pool.operator(limited)::transactional)).verifyError(DataAccessException.class);
        assertThat(pool.rows()).isEmpty();
    }

    private Mono<Long> sleepOfSpring() {
        return DatabaseClient.create(pool.pool())
                .sql("select 1 from pg_sleep(60)")
                .fetch()
                .rowsUpdated();
    }

    @Test
    void whatOthersDoIsStoppedByACancel() {
        Mono<Long> slow = pool.insert(1).then(sleepOfSpring());
        StepVerifier.create(transactional(slow).timeout(Duration.ofMillis(200))).verifyError(TimeoutException.class);
        pool.assertClean();
        assertThat(pool.rows()).isEmpty();
    }

    @Test
    void whatIsDoneTooLateIsNotCommitted() {
        DefaultTransactionDefinition limited = new DefaultTransactionDefinition();
        limited.setTimeout(1);
        Mono<Long> slow = pool.insert(1).delayElement(Duration.ofMillis(1500));
        StepVerifier.create(slow.as(pool.operator(limited)::transactional))
                .verifyError(DeadlineExceededException.class);
        assertThat(pool.rows()).isEmpty();
        assertThat(pool.events()).containsExactly("began", "rolled back");
    }

    @Test
    void whatIsMarkedAsRollbackOnlyIsUndoneWithoutAnError() {
        StepVerifier.create(pool.required().execute(transaction -> {
                    transaction.setRollbackOnly();
                    return pool.insert(1);
                }))
                .expectNext(1L)
                .verifyComplete();
        assertThat(pool.rows()).isEmpty();
    }

    // Within another one

    @Test
    void whatIsRequiredJoins() {
        StepVerifier.create(transactional(pool.insert(1).then(transactional(pool.insert(2)))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 2);
        assertThat(pool.events()).containsExactly("began", "committed");
    }

    @Test
    void aPartThatFailedIsNotCommittedWithTheRest() {
        Mono<Long> part = transactional(pool.insert(2).then(Mono.<Long>error(STOP)));
        StepVerifier.create(transactional(pool.insert(1).then(part.onErrorReturn(0L))))
                .verifyError(UnexpectedRollbackException.class);
        assertThat(pool.rows()).isEmpty();
        assertThat(pool.events()).containsExactly("began", "rolled back");
    }

    @Test
    void aTransactionOfOursThatFailedIsNotCommittedWithTheRest() {
        Mono<Long> part = pool.orm().transaction(pool.insert(2).then(Mono.<Long>error(STOP)));
        StepVerifier.create(transactional(pool.insert(1).then(part.onErrorReturn(0L))))
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(DatabaseException.class).hasMessageContaining("swallowed"));
        assertThat(pool.rows()).isEmpty();
    }

    @Test
    void whatSupportsATransactionIsInOneIfThereIsOne() {
        StepVerifier.create(transactional(Mono.zip(pool.session(), within(PROPAGATION_SUPPORTS, pool.session()))))
                .assertNext(sessions -> assertThat(sessions.getT1()).isEqualTo(sessions.getT2()))
                .verifyComplete();
        StepVerifier.create(within(
                        PROPAGATION_SUPPORTS,
                        pool.insert(1).then(pool.insertOfSpring(2)).then(Mono.error(STOP))))
                .verifyErrorMessage("stop");
        assertThat(pool.rows()).containsExactly(1, 2);
    }

    @Test
    void whatIsMandatoryFailsOutside() {
        StepVerifier.create(within(PROPAGATION_MANDATORY, pool.insert(1)))
                .verifyError(IllegalTransactionStateException.class);
        StepVerifier.create(transactional(within(PROPAGATION_MANDATORY, pool.insert(2))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(2);
    }

    @Test
    void whatMustNeverBeInOneFailsInside() {
        StepVerifier.create(transactional(pool.insert(1).then(within(PROPAGATION_NEVER, pool.insert(2)))))
                .verifyError(IllegalTransactionStateException.class);
        StepVerifier.create(within(PROPAGATION_NEVER, pool.insert(3)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(3);
    }

    @Test
    void whatIsNotSupportedIsOutside() {
        Mono<Long> outside = within(PROPAGATION_NOT_SUPPORTED, pool.insert(2).then(pool.insertOfSpring(3)));
        StepVerifier.create(transactional(
                        pool.insert(1).then(outside).then(pool.insert(4)).then(Mono.<Long>error(STOP))))
                .verifyErrorMessage("stop");
        assertThat(pool.rows()).containsExactly(2, 3);
    }

    @Test
    void whatIsNewCommitsAlone() {
        Mono<Long> inner = within(PROPAGATION_REQUIRES_NEW, pool.insert(2).then(pool.insertOfSpring(3)));
        StepVerifier.create(transactional(
                        pool.insert(1).then(inner).then(pool.insert(4)).then(Mono.<Long>error(STOP))))
                .verifyErrorMessage("stop");
        assertThat(pool.rows()).containsExactly(2, 3);
    }

    @Test
    void whatIsNewRollsBackAlone() {
        Mono<Long> inner = within(PROPAGATION_REQUIRES_NEW, pool.insert(2).then(Mono.<Long>error(STOP)));
        StepVerifier.create(transactional(
                        pool.insert(1).then(inner.onErrorReturn(0L)).then(pool.insert(3))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 3);
    }

    @Test
    void whatIsNewFailsAtOnceWithoutASecondConnectionAndTheOuterOneGoesOn() {
        try (SpringPool one = SpringPool.ofOne()) {
            Mono<Long> inner = one.insert(2)
                    .as(one.operator(PROPAGATION_REQUIRES_NEW)::transactional)
                    .onErrorResume(CannotCreateTransactionException.class, error -> {
                        assertThat(error).hasCauseInstanceOf(PoolExhaustedException.class);
                        return one.insert(3);
                    });
            StepVerifier.create(one.insert(1).then(inner).as(one.required()::transactional))
                    .expectNextCount(1)
                    .verifyComplete();
            one.assertClean();
        }
        assertThat(pool.rows()).containsExactly(1, 3);
    }

    @Test
    void anInnerOneOfSpringsWithinOneOfOursHasItsOwnStatements() {
        Mono<Long> inner = within(PROPAGATION_REQUIRED, pool.insert(2).then(pool.insertOfSpring(3)));
        StepVerifier.create(pool.orm()
                        .transaction(
                                pool.insert(1).then(inner).then(pool.insert(4)).then(Mono.<Long>error(STOP))))
                .verifyErrorMessage("stop");
        assertThat(pool.rows()).containsExactly(2, 3);
    }

    /** As after a cancel, which ends both at once: Spring keeps what it knows of them in one place. */
    @Test
    void theEndOfAnOuterTransactionWaitsForWhatHasBegunWithin() {
        try (SpringPool two = SpringPool.of(Manager.OURS, "maxSize=2")) {
            ReactiveTransactionManager manager = two.manager();
            Mono<Void> both = manager.getReactiveTransaction(new DefaultTransactionDefinition())
                    .flatMap(outer -> manager.getReactiveTransaction(
                                    new DefaultTransactionDefinition(PROPAGATION_REQUIRES_NEW))
                            .flatMap(inner -> Mono.when(manager.rollback(outer), manager.commit(inner))))
                    .contextWrite(TransactionContextManager.getOrCreateContext())
                    .contextWrite(TransactionContextManager.getOrCreateContextHolder());
            StepVerifier.create(both).verifyComplete();
            assertThat(two.events()).containsExactly("began", "began", "committed", "rolled back");
            two.assertClean();
        }
    }

    // Nested

    @Test
    void whatIsNestedIsUndoneAlone() {
        Mono<Long> nested = within(
                PROPAGATION_NESTED, pool.insert(2).then(pool.insertOfSpring(3)).then(Mono.<Long>error(STOP)));
        StepVerifier.create(transactional(pool.insert(1)
                        .then(nested.onErrorReturn(0L))
                        .then(pool.insertOfSpring(4))
                        .then(pool.insert(5))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 4, 5);
        assertThat(pool.events()).containsExactly("began", "committed");
    }

    @Test
    void whatIsNestedStaysAndGoesWithTheRest() {
        AtomicInteger ids = new AtomicInteger();
        Mono<Long> all = Mono.defer(() -> pool.insertOfSpring(ids.incrementAndGet())
                .then(within(PROPAGATION_NESTED, Mono.defer(() -> pool.insertOfSpring(ids.incrementAndGet())))));
        StepVerifier.create(transactional(all)).expectNextCount(1).verifyComplete();
        StepVerifier.create(transactional(all.then(Mono.error(STOP)))).verifyErrorMessage("stop");
        assertThat(pool.rows()).containsExactly(1, 2);
    }

    @Test
    void aTransactionOfOursThatFailedIsUndoneWithWhatItIsNestedIn() {
        Mono<Long> ours = pool.orm().transaction(pool.insert(2).then(Mono.<Long>error(STOP)));
        Mono<Long> nested = within(PROPAGATION_NESTED, ours).onErrorReturn(0L);
        StepVerifier.create(transactional(pool.insert(1).then(nested).then(pool.insert(3))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 3);
    }

    @Test
    void aPartOfWhatIsNestedThatFailedIsNotKeptWithTheRestOfIt() {
        Mono<Long> part = transactional(pool.insert(3).then(Mono.<Long>error(STOP)));
        Mono<Long> nested = within(PROPAGATION_NESTED, pool.insert(2).then(part.onErrorReturn(0L)))
                .onErrorResume(UnexpectedRollbackException.class, error -> Mono.just(0L));
        StepVerifier.create(transactional(pool.insert(1).then(nested).then(pool.insert(4))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 4);
    }

    @Test
    void whatIsNestedCanBeNestedAgain() {
        Mono<Long> inner = within(PROPAGATION_NESTED, pool.insert(3).then(Mono.<Long>error(STOP)));
        Mono<Long> nested = within(
                PROPAGATION_NESTED, pool.insert(2).then(inner.onErrorReturn(0L)).then(pool.insert(4)));
        StepVerifier.create(transactional(pool.insert(1).then(nested)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 2, 4);
    }

    @Test
    void aSavepointOfOursIsWithinWhatIsNested() {
        Mono<Long> savepoint = pool.orm()
                .transaction(TransactionOptions.savepoint(), pool.insert(3).then(Mono.<Long>error(STOP)));
        Mono<Long> nested = within(
                PROPAGATION_NESTED,
                pool.insert(2).then(savepoint.onErrorReturn(0L)).then(pool.insert(4)));
        StepVerifier.create(transactional(pool.insert(1).then(nested)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 2, 4);
    }

    @Test
    void whatIsNestedIsATransactionWhereThereIsNone() {
        StepVerifier.create(within(PROPAGATION_NESTED, pool.insert(1).then(Mono.error(STOP))))
                .verifyErrorMessage("stop");
        assertThat(pool.rows()).isEmpty();
        assertThat(pool.events()).containsExactly("began", "rolled back");
    }

    @Test
    void whatIsNestedIsCancelledAlone() {
        Mono<Long> nested = within(
                PROPAGATION_NESTED,
                pool.insert(2).then(pool.orm().sql("select 1 from pg_sleep(60)").execute()));
        Mono<Long> after = pool.insert(3).then(pool.insertOfSpring(4));
        StepVerifier.create(transactional(pool.insert(1)
                        .then(nested.timeout(Duration.ofMillis(200), Mono.just(0L)))
                        .then(after)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(pool.rows()).containsExactly(1, 3, 4);
        TestDatabase.await("nothing is left", () -> pool.figures().acquiredSize() == 0);
        assertThat(List.copyOf(pool.events())).containsExactly("began", "committed");
    }
}
