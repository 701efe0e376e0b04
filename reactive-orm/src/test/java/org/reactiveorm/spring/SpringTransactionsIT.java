package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.sql.Copy;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.TransactionEvent;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.transaction.Transactions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Our statements in the transactions of Spring. */
class SpringTransactionsIT {

    private static final String SESSION = "select pg_backend_pid()";

    private static TestDatabase database;
    private static ConnectionPool pool;

    private final List<TransactionEvent> ownTransactions = new CopyOnWriteArrayList<>();
    private final ReactiveTransactionManager manager = new R2dbcTransactionManager(pool);
    private final TransactionalOperator spring = TransactionalOperator.create(manager);
    private final ReactiveOrm orm = ReactiveOrm.builder(pool)
            .connections(new SpringConnectionProvider(pool))
            .transactions(new TransactionListener() {
                @Override
                public void began(TransactionEvent event) {
                    ownTransactions.add(event);
                }
            })
            .build();

    @BeforeAll
    static void connect() {
        database = TestDatabase.shared();
        pool = ConnectionPools.connect(database.url("maxSize=4&initialSize=4&applicationName=spring"));
        database.run("create table if not exists spring_notes (id int primary key, text text not null)");
    }

    @AfterAll
    static void disconnect() {
        database.run("drop table spring_notes");
        pool.close();
    }

    @BeforeEach
    void clear() {
        database.run("delete from spring_notes");
    }

    @Test
    void statementsJoinTheTransactionOfTheOperator() {
        StepVerifier.create(Mono.zip(session(), session(), sessionOfSpring()).as(spring::transactional))
                .assertNext(sessions -> assertThat(sessions.toList()).containsOnly(sessions.getT1()))
                .verifyComplete();
    }

    @Test
    void anErrorRollsBackWhatWasWrittenThroughUs() {
        insert(1)
                .then(Mono.<Void>error(new IllegalStateException("stop")))
                .as(spring::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("stop");
        assertThat(notes()).isEmpty();
        assertThat(database.idleInTransaction()).isZero();
    }

    @Test
    void completionCommitsTogetherWithWhatSpringWrote() {
        DatabaseClient client = DatabaseClient.create(pool);
        insert(1)
                .then(client.sql("insert into spring_notes values (2, 'spring')")
                        .then())
                .as(spring::transactional)
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(notes()).containsExactly(1, 2);
    }

    @Test
    void aStreamHasItsCursorInTheTransactionOfSpring() {
        Transactions transactions = new Transactions(new SpringConnectionProvider(pool), TransactionListener.none());
        Executor executor = new Executor(transactions, StatementListener.none());
        executor.stream(
                        Sql.of("select n from generate_series(1, 9) n"),
                        new Windows<>(2, row -> row.getInt(0), Mono::just))
                .take(5)
                .concatMap(n -> insert(n), 0)
                .thenMany(executor.query(Sql.of("select count(*) from pg_cursors"), row -> row.getLong(0)))
                .as(spring::transactional)
                .as(StepVerifier::create)
                .expectNext(0L)
                .verifyComplete();
        assertThat(notes()).containsExactly(1, 2, 3, 4, 5);
        assertThat(database.idleInTransaction()).isZero();
    }

    @Test
    void aCopyIsInTheTransactionOfSpring() {
        Executor executor = new Executor(
                new Transactions(new SpringConnectionProvider(pool), TransactionListener.none()),
                StatementListener.none());
        ByteBuffer rows = StandardCharsets.UTF_8.encode("1\tone\n2\ttwo\n");
        Mono<Long> copy = executor.copy(new Copy(Sql.of("copy spring_notes from stdin"), rows, InputRows.inOrder(2)));
        StepVerifier.create(copy.filter(count -> count == 2)
                        .then(Mono.<Void>error(new IllegalStateException("stop")))
                        .as(spring::transactional))
                .verifyErrorMessage("stop");
        assertThat(notes()).isEmpty();
        StepVerifier.create(copy.as(spring::transactional)).expectNext(2L).verifyComplete();
        assertThat(notes()).containsExactly(1, 2);
        assertThat(database.idleInTransaction()).isZero();
    }

    @Test
    void ourTransactionInsideOfSpringsIsSprings() {
        orm.transaction(insert(1).thenReturn("done"))
                .then(Mono.<Void>error(new IllegalStateException("later")))
                .as(spring::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("later");
        assertThat(notes()).isEmpty();
        assertThat(ownTransactions).isEmpty();
    }

    @Test
    void halfOfOurTransactionIsNotCommittedBySpringWhenItsErrorIsSwallowed() {
        orm.transaction(insert(1).then(Mono.<Void>error(new IllegalStateException("half way"))))
                .onErrorComplete()
                .then(insert(2))
                .as(spring::transactional)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("half way")
                        .hasMessageContaining("swallowed"));
        assertThat(notes()).isEmpty();
        assertThat(database.idleInTransaction()).isZero();
    }

    @Test
    void outsideOfATransactionEachStatementStandsForItself() {
        insert(1).then(insert(1)).as(StepVerifier::create).verifyError(UniqueViolationException.class);
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void parallelStatementsTakeTurnsOnTheOneConnection() {
        Flux.range(0, 500)
                .flatMap(i -> insert(i).subscribeOn(Schedulers.parallel()), 500)
                .then(orm.sql("select count(*) from spring_notes")
                        .as(Long.class)
                        .one())
                .as(spring::transactional)
                .as(StepVerifier::create)
                .expectNext(500L)
                .verifyComplete();
    }

    @Test
    void aStatementInsideOfAnOpenResultWaitsForItsEnd() {
        orm.sql("select n from generate_series(1, 300) n")
                .as(Integer.class)
                .all()
                .concatMap(n -> insert(n).thenReturn(n))
                .count()
                .as(spring::transactional)
                .as(StepVerifier::create)
                .expectNext(300L)
                .verifyComplete();
    }

    @Test
    void aNewTransactionInsideHasItsOwnConnection() {
        DefaultTransactionDefinition own =
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Mono<Integer> inner = insert(2).then(session()).as(TransactionalOperator.create(manager, own)::transactional);
        insert(1)
                .then(Mono.zip(session(), inner))
                .flatMap(sessions -> session().map(after -> {
                    assertThat(sessions.getT1()).isNotEqualTo(sessions.getT2()).isEqualTo(after);
                    return after;
                }))
                .then(Mono.<Void>error(new IllegalStateException("outer")))
                .as(spring::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("outer");
        assertThat(notes()).containsExactly(2);
    }

    @Test
    void whatIsNotSupportedToBeInATransactionIsNot() {
        DefaultTransactionDefinition none =
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        insert(1)
                .as(TransactionalOperator.create(manager, none)::transactional)
                .then(Mono.<Void>error(new IllegalStateException("outer")))
                .as(spring::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("outer");
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void aCancelOfSpringsTransactionRollsBack() {
        Flux<Integer> written = insert(1)
                .thenMany(orm.sql("select n from generate_series(1, 3) n")
                        .as(Integer.class)
                        .all())
                .as(spring::transactional);
        StepVerifier.create(written, 1).expectNext(1).thenCancel().verify();
        TestDatabase.await("the transaction is over", () -> database.idleInTransaction() == 0);
        assertThat(notes()).isEmpty();
    }

    @Test
    void annotatedMethodsAreJoined() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(ReactiveOrm.class, () -> orm);
            context.registerBean(ReactiveTransactionManager.class, () -> manager);
            context.register(Annotated.class);
            context.refresh();
            Notes notes = context.getBean(Notes.class);
            StepVerifier.create(notes.writeAndFail()).verifyErrorMessage("stop");
            assertThat(notes()).isEmpty();
            StepVerifier.create(notes.write()).verifyComplete();
            assertThat(notes()).containsExactly(1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Annotated {

        @Bean
        Notes notes(ReactiveOrm orm) {
            return new Notes(orm);
        }
    }

    static class Notes {

        private final ReactiveOrm orm;

        Notes(ReactiveOrm orm) {
            this.orm = orm;
        }

        @Transactional
        public Mono<Void> write() {
            return SpringTransactionsIT.insert(orm, 1).then();
        }

        @Transactional
        public Mono<Void> writeAndFail() {
            return SpringTransactionsIT.insert(orm, 1).then(Mono.error(new IllegalStateException("stop")));
        }
    }

    private Mono<Long> insert(int id) {
        return insert(orm, id);
    }

    private static Mono<Long> insert(ReactiveOrm orm, int id) {
        return orm.sql("insert into spring_notes values (:id, 'ours')")
                .bind("id", id)
                .execute();
    }

    private Mono<Integer> session() {
        return orm.sql(SESSION).as(Integer.class).oneOrFail();
    }

    private Mono<Integer> sessionOfSpring() {
        return DatabaseClient.create(pool).sql(SESSION).mapValue(Integer.class).one();
    }

    private static List<Integer> notes() {
        return database.rows("select id from spring_notes order by id", Integer.class);
    }
}
