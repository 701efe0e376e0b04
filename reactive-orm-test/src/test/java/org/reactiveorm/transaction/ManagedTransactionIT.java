package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** Transactions that somebody else begins and ends. */
@Timeout(60)
class ManagedTransactionIT {

    private static final UnaryOperator<Context> OUTSIDE = UnaryOperator.identity();

    private final TestPool pool = TestPool.ofOne();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void createTable() {
        pool.database().run("drop table if exists managed; create table managed (id int primary key)");
    }

    @AfterEach
    void close() {
        try (pool) {
            pool.assertClean();
        }
    }

    private Mono<ManagedTransaction> begin() {
        return pool.transactions().begin(TransactionOptions.defaults());
    }

    private static Mono<Void> insert(ManagedTransaction in, int id) {
        return statement(in, "insert into managed values (" + id + ")");
    }

    private static Mono<Void> statement(ManagedTransaction in, String sql) {
        return new SessionFlux<>(
                        in.shared().session(), connection -> TestDatabase.values(connection, sql, String.class))
                .then();
    }

    private List<Integer> rows() {
        return pool.database().rows("select id from managed order by id", Integer.class);
    }

    private void run(Function<ManagedTransaction, Publisher<?>> work) {
        Flux.from(begin().flatMapMany(work)).blockLast(TestPool.PATIENCE);
    }

    private void hook(ManagedTransaction in) {
        TransactionHooks hooks = in.shared().session().state().hooks();
        for (TransactionHooks.Moment moment : TransactionHooks.Moment.values()) {
            hooks.add(moment, Mono.fromRunnable(() -> heard.add(moment.name())), Context.empty());
        }
    }

    @Test
    void aCommitKeepsWhatWasDone() {
        run(managed -> {
            hook(managed);
            return insert(managed, 1).then(managed.commit(OUTSIDE));
        });
        assertThat(rows()).containsExactly(1);
        assertThat(heard).containsExactly("BEFORE_COMMIT", "AFTER_COMMIT");
        assertThat(pool.events()).containsExactly("began BEGIN", "committed");
    }

    @Test
    void aRollbackUndoesIt() {
        run(managed -> {
            hook(managed);
            return insert(managed, 1).then(managed.rollback(OUTSIDE));
        });
        assertThat(rows()).isEmpty();
        assertThat(heard).containsExactly("AFTER_ROLLBACK");
    }

    @Test
    void aRollbackAfterTheEndChangesNothing() {
        run(managed -> {
            hook(managed);
            return insert(managed, 1)
                    .then(managed.commit(OUTSIDE))
                    .then(managed.rollback(OUTSIDE))
                    .then(managed.rollback(OUTSIDE));
        });
        assertThat(rows()).containsExactly(1);
        assertThat(heard).containsExactly("BEFORE_COMMIT", "AFTER_COMMIT");
        assertThat(pool.events()).containsExactly("began BEGIN", "committed");
    }

    @Test
    void aCommitAfterTheEndIsRefused() {
        StepVerifier.create(begin().flatMap(managed ->
                        insert(managed, 1).then(managed.rollback(OUTSIDE)).then(managed.commit(OUTSIDE))))
                .verifyError(InvalidQueryException.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void itIsOverWhenItsEndHasBegun() {
        StepVerifier.create(begin().flatMapMany(managed -> Flux.concat(
                        Mono.fromSupplier(managed::isOver),
                        managed.commit(OUTSIDE).thenReturn(true),
                        Mono.fromSupplier(managed::isOver))))
                .expectNext(false, true, true)
                .verifyComplete();
    }

    @Test
    void aSeparateOneDoesNotWaitForAConnection() {
        run(managed -> managed.separate(TransactionOptions.defaults())
                .then()
                .onErrorResume(PoolExhaustedException.class, error -> managed.rollback(OUTSIDE)));
        assertThat(pool.events()).containsExactly("began BEGIN", "rolled back");
    }

    @Test
    void aSavepointIsUndoneAlone() {
        run(managed -> insert(managed, 1)
                .then(managed.savepoint().flatMap(nested -> insert(nested, 2).then(nested.rollback(OUTSIDE))))
                .then(managed.savepoint().flatMap(nested -> insert(nested, 3).then(nested.commit(OUTSIDE))))
                .then(managed.commit(OUTSIDE)));
        assertThat(rows()).containsExactly(1, 3);
    }

    /** Code that is not ours does not come through the gate that sends what waits to be sent. */
    @Test
    void aSavepointIsThereBeforeAnyStatement() {
        run(managed -> managed.savepoint()
                .flatMap(nested -> Flux.from(nested.connection()
                                .createStatement("insert into managed values (1)")
                                .execute())
                        .flatMap(result -> result.getRowsUpdated())
                        .then(nested.rollback(OUTSIDE)))
                .then(managed.commit(OUTSIDE)));
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatASavepointIsToDoAfterTheCommitIsDoneAfterThatOfTheTransaction() {
        run(managed -> managed.savepoint()
                .flatMap(nested -> {
                    hook(nested);
                    return nested.commit(OUTSIDE);
                })
                .then(Mono.fromRunnable(() -> assertThat(heard).isEmpty()))
                .then(managed.commit(OUTSIDE)));
        assertThat(heard).containsExactly("BEFORE_COMMIT", "AFTER_COMMIT");
    }

    @Test
    void whatRunsTooLongIsStoppedAndCannotBeCommitted() {
        TransactionOptions limited = TransactionOptions.defaults().withTimeout(Duration.ofMillis(200));
        StepVerifier.create(pool.transactions()
                        .begin(limited)
                        .flatMap(managed -> statement(managed, "select pg_sleep(60)")
                                .onErrorResume(DeadlineExceededException.class, error -> managed.commit(OUTSIDE))))
                .verifyError(DeadlineExceededException.class);
    }

    @Test
    void aCommitThatWaitsForWhatRunsTooLongFailsAndIsUndone() {
        TransactionOptions limited = TransactionOptions.defaults().withTimeout(Duration.ofMillis(300));
        StepVerifier.create(pool.transactions().begin(limited).flatMap(managed -> {
                    statement(managed, "insert into managed select 1 from pg_sleep(60)")
                            .subscribe(nothing -> {}, error -> heard.add(error.getMessage()));
                    return managed.commit(OUTSIDE);
                }))
                .verifyError(DeadlineExceededException.class);
        assertThat(rows()).isEmpty();
        TestDatabase.await("the statement heard of it", () -> heard.size() == 1);
        assertThat(heard).first().asString().startsWith("The transaction took longer");
    }

    @Test
    void whoWaitsTooLongForAConnectionIsLateToo() {
        Sinks.Empty<Void> free = Sinks.empty();
        Disposable holding = Flux.usingWhen(
                        pool.pool().create(), connection -> free.asMono(), connection -> connection.close())
                .subscribe();
        TestDatabase.await("the connection is taken", () -> pool.figures().acquiredSize() == 1);
        StepVerifier.create(
                        pool.transactions().begin(TransactionOptions.defaults().withTimeout(Duration.ofMillis(100))))
                .verifyError(DeadlineExceededException.class);
        free.tryEmitEmpty();
        TestDatabase.await("it is given back", holding::isDisposed);
        assertThat(pool.events()).isEmpty();
    }
}
