package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.spring.SpringPool.Manager;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.transaction.CurrentTransaction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.reactive.TransactionContextManager;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Who hears of the end of a transaction, when, and what becomes of it when something fails on the way. */
@Timeout(60)
class OrmTransactionEndIT {

    private static final RuntimeException STOP = new IllegalStateException("stop");

    private final SpringPool pool = SpringPool.ofOne();
    private final List<String> heard = new CopyOnWriteArrayList<>();

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

    private <T> Mono<T> transactional(Mono<T> work) {
        return work.as(pool.required()::transactional);
    }

    /** Says what it is told, and how many connections are in use then. */
    private class Told implements TransactionSynchronization {

        @Override
        public Mono<Void> beforeCommit(boolean readOnly) {
            return tell("beforeCommit");
        }

        @Override
        public Mono<Void> beforeCompletion() {
            return tell("beforeCompletion");
        }

        @Override
        public Mono<Void> afterCommit() {
            return tell("afterCommit");
        }

        @Override
        public Mono<Void> afterCompletion(int status) {
            return tell("afterCompletion "
                    + List.of("committed", "rolled back", "unknown").get(status));
        }

        Mono<Void> tell(String what) {
            return Mono.fromRunnable(() -> heard.add(what + " " + pool.figures().acquiredSize()));
        }
    }

    private static Mono<Long> registered(TransactionSynchronization synchronization) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(synchronization))
                .thenReturn(1L);
    }

    private Mono<Long> hooked(Mono<Long> work) {
        return hooked(pool, work);
    }

    private Mono<Long> hooked(SpringPool in, Mono<Long> work) {
        CurrentTransaction transaction = in.orm().currentTransaction();
        return transaction
                .beforeCommit(Mono.fromRunnable(() -> heard.add("hook before")))
                .then(transaction.afterCommit(Mono.fromRunnable(() -> heard.add("hook after"))))
                .then(transaction.afterRollback(Mono.fromRunnable(() -> heard.add("hook undone"))))
                .then(work);
    }

    @Test
    void aCommitIsToldInSpringsOrderAndWithTheConnectionBack() {
        StepVerifier.create(transactional(registered(new Told()).then(hooked(pool.insert(1)))))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(heard)
                .containsExactly(
                        "beforeCommit 1",
                        "beforeCompletion 1",
                        "hook before",
                        "hook after",
                        "afterCommit 0",
                        "afterCompletion committed 0");
    }

    @Test
    void aRollbackIsToldInSpringsOrderAndWithTheConnectionBack() {
        StepVerifier.create(transactional(
                        registered(new Told()).then(hooked(pool.insert(1))).then(Mono.error(STOP))))
                .verifyErrorMessage("stop");
        assertThat(heard).containsExactly("beforeCompletion 1", "hook undone", "afterCompletion rolled back 0");
    }

    /** Whom it tells what, and where it throws. */
    private static final class Listening implements TransactionExecutionListener {

        private final List<String> heard;
        private final String throwsAt;

        Listening(List<String> heard, String throwsAt) {
            this.heard = heard;
            this.throwsAt = throwsAt;
        }

        private void hear(String what) {
            heard.add(what);
            if (what.equals(throwsAt)) {
                throw new IllegalStateException("listener");
            }
        }

        @Override
        public void beforeBegin(TransactionExecution transaction) {
            hear("beforeBegin");
        }

        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
            hear("afterBegin");
        }

        @Override
        public void beforeCommit(TransactionExecution transaction) {
            hear("beforeCommit");
        }

        @Override
        public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
            hear("afterCommit");
        }

        @Override
        public void beforeRollback(TransactionExecution transaction) {
            hear("beforeRollback");
        }

        @Override
        public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
            hear("afterRollback");
        }
    }

    private void listen(String throwsAt) {
        ((ConfigurableTransactionManager) pool.manager())
                .setTransactionExecutionListeners(List.of(new Listening(heard, throwsAt)));
    }

    @Test
    void executionListenersHearOfAll() {
        listen("nothing");
        StepVerifier.create(transactional(pool.insert(1))).expectNextCount(1).verifyComplete();
        StepVerifier.create(transactional(pool.insert(2).then(Mono.error(STOP))))
                .verifyErrorMessage("stop");
        assertThat(heard)
                .containsExactly(
                        "beforeBegin",
                        "afterBegin",
                        "beforeCommit",
                        "afterCommit",
                        "beforeBegin",
                        "afterBegin",
                        "beforeRollback",
                        "afterRollback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"beforeBegin", "afterBegin", "beforeCommit", "afterCommit", "beforeRollback", "afterRollback"})
    void aListenerThatFailsCostsNoConnection(String at) {
        listen(at);
        Flux.concatDelayError(
                        transactional(pool.insert(1)),
                        transactional(pool.insert(2).then(Mono.<Long>error(STOP))))
                .then()
                .as(StepVerifier::create)
                .verifyError(RuntimeException.class);
        assertThat(heard).contains(at);
        pool.assertClean();
        assertThat(pool.rows()).doesNotContain(2);
    }

    @Test
    void aListenerThatFailsWithinAnotherTransactionCostsNoConnection() {
        try (SpringPool two = SpringPool.of(Manager.OURS, "maxSize=2")) {
            Mono<Long> inner = Mono.<Void>fromRunnable(() -> ((ConfigurableTransactionManager) two.manager())
                            .setTransactionExecutionListeners(List.of(new Listening(heard, "afterBegin"))))
                    .then(two.insert(2).as(two.operator(PROPAGATION_REQUIRES_NEW)::transactional));
            StepVerifier.create(two.insert(1)
                            .then(inner.onErrorReturn(0L))
                            .then(two.insert(3))
                            .as(two.required()::transactional))
                    .expectNextCount(1)
                    .verifyComplete();
            two.assertClean();
        }
        assertThat(pool.rows()).containsExactly(1, 3);
    }

    @Test
    void aSynchronizationThatFailsBeforeTheCommitUndoesAll() {
        TransactionSynchronization failing = new TransactionSynchronization() {
            @Override
            public Mono<Void> beforeCommit(boolean readOnly) {
                return Mono.error(STOP);
            }
        };
        StepVerifier.create(transactional(hooked(registered(failing).then(pool.insert(1)))))
                .verifyErrorMessage("stop");
        assertThat(pool.rows()).isEmpty();
        assertThat(heard).containsExactly("hook undone");
    }

    @Test
    void aHookThatFailsBeforeTheCommitUndoesAll() {
        StepVerifier.create(transactional(hooked(pool.orm()
                        .currentTransaction()
                        .beforeCommit(Mono.error(STOP))
                        .then(pool.insert(1)))))
                .verifyErrorMessage("stop");
        assertThat(pool.rows()).isEmpty();
        assertThat(heard).containsExactly("hook before", "hook undone");
    }

    /** What is done after the end, in a pool of one. */
    enum Afterwards {
        OURS(pool -> pool.insert(2).then()),
        SPRINGS(pool -> pool.insertOfSpring(2).then()),
        OUR_TRANSACTION(pool -> pool.orm().transaction(pool.insert(2)).then()),
        SPRINGS_TRANSACTION(pool ->
                pool.insertOfSpring(2).as(pool.required()::transactional).then()),
        A_NEW_ONE(pool -> pool.insert(2)
                .as(pool.operator(PROPAGATION_REQUIRES_NEW)::transactional)
                .then());

        private final Function<SpringPool, Mono<Void>> work;

        Afterwards(Function<SpringPool, Mono<Void>> work) {
            this.work = work;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneAfterACommitNeedsNoSecondConnection(Afterwards after) {
        TransactionSynchronization doing = new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return after.work.apply(pool);
            }
        };
        StepVerifier.create(transactional(registered(doing).then(pool.insert(1))))
                .expectNextCount(1)
                .verifyComplete();
        pool.assertClean();
        assertThat(pool.rows()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneAfterTheCompletionNeedsNoSecondConnection(Afterwards after) {
        TransactionSynchronization doing = new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCompletion(int status) {
                return after.work.apply(pool);
            }
        };
        StepVerifier.create(transactional(registered(doing).then(pool.insert(1)).then(Mono.error(STOP))))
                .verifyErrorMessage("stop");
        pool.assertClean();
        assertThat(pool.rows()).containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource
    void hooksOfOursNeedNoSecondConnection(Afterwards after) {
        Mono<Void> work = after.work.apply(pool);
        StepVerifier.create(transactional(
                        pool.orm().currentTransaction().afterCommit(work).then(pool.insert(1))))
                .expectNextCount(1)
                .verifyComplete();
        pool.assertClean();
        assertThat(pool.rows()).containsExactly(1, 2);
    }

    @Test
    void withoutAConnectionThereIsNoTransaction() {
        try (SpringPool nowhere = new SpringPool(Manager.OURS, 1, "maxSize=1")) {
            StepVerifier.create(nowhere.insert(1).as(nowhere.required()::transactional))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(CannotCreateTransactionException.class)
                            .hasCauseInstanceOf(ConnectionLostException.class));
        }
    }

    @Test
    void aConstraintThatFailsAtTheCommitIsOursAndSaidToBeRolledBack() {
        pool.database()
                .run(
                        "drop table if exists spring_children; create table spring_children (id int references spring_rows deferrable initially deferred)");
        StepVerifier.create(transactional(registered(new Told())
                        .then(hooked(pool.orm()
                                .sql("insert into spring_children values (7)")
                                .execute()))))
                .verifyError(ForeignKeyViolationException.class);
        assertThat(heard)
                .containsExactly(
                        "beforeCommit 1",
                        "beforeCompletion 1",
                        "hook before",
                        "hook undone",
                        "afterCompletion rolled back 0");
        pool.database().run("drop table spring_children");
    }

    @Test
    void anOutcomeThatIsNotKnownIsSaidSo() {
        try (TcpProxy proxy = pool.database().proxy(Duration.ZERO);
                SpringPool cut = new SpringPool(Manager.OURS, proxy.port(), "maxSize=1")) {
            proxy.lines().cutAfter("COMMIT");
            StepVerifier.create(registered(new Told())
                            .then(hooked(cut, cut.insert(1)))
                            .as(cut.required()::transactional))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(TransactionSystemException.class)
                            .hasCauseInstanceOf(CommitOutcomeUnknownException.class));
            cut.assertClean();
            assertThat(heard).hasSize(4).last().asString().startsWith("afterCompletion unknown");
            assertThat(cut.events()).containsExactly("began", "outcome unknown");
        }
    }

    @Test
    void aTransactionEndsOnce() {
        Mono<Void> twice = pool.manager()
                .getReactiveTransaction(null)
                .flatMap(transaction -> pool.insert(1)
                        .then(pool.manager().commit(transaction))
                        .then(Mono.defer(() -> pool.manager().rollback(transaction))));
        StepVerifier.create(twice.contextWrite(TransactionContextManager.createTransactionContext()))
                .verifyError(IllegalTransactionStateException.class);
        assertThat(pool.rows()).containsExactly(1);
    }

    @Test
    void aCancelDoesNotStopACommit() {
        try (TcpProxy proxy = pool.database().proxy(Duration.ofMillis(40));
                SpringPool slow = new SpringPool(Manager.OURS, proxy.port(), "maxSize=1")) {
            Mono<Void> commit = slow.manager()
                    .getReactiveTransaction(null)
                    .flatMap(transaction -> slow.insert(1)
                            .then(slow.manager().commit(transaction).timeout(Duration.ofMillis(5), Mono.empty())));
            commit.contextWrite(TransactionContextManager.createTransactionContext())
                    .block(SpringPool.PATIENCE);
            slow.assertClean();
            assertThat(slow.events()).containsExactly("began", "committed");
        }
        assertThat(pool.rows()).containsExactly(1);
    }

    @Test
    void sessionVariablesAreThereForStatementsOfOthersToo() {
        ReactiveOrm tenants = ReactiveOrm.builder(pool.pool())
                .connections(new SpringConnectionProvider(pool.pool()))
                .sessionVariables(context -> Map.of("app.spring", context.get("tenant")))
                .build();
        TransactionalOperator operator = TransactionalOperator.create(new OrmTransactionManager(tenants, pool.pool()));
        StepVerifier.create(DatabaseClient.create(pool.pool())
                        .sql("select current_setting('app.spring')")
                        .mapValue(String.class)
                        .one()
                        .as(operator::transactional)
                        .contextWrite(context -> context.put("tenant", "acme")))
                .expectNext("acme")
                .verifyComplete();
        assertThat(TestDatabase.shared().idleInTransaction()).isZero();
    }
}
