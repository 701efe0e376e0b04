package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Tag_.TAG;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.library.NewTag;
import org.reactiveorm.test.fault.TcpProxy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The line breaks under a statement that is a transaction of its own. */
@Timeout(60)
class WriteFailuresIT {

    private final TestDatabase database = TestDatabase.shared();

    @BeforeEach
    void createTable() {
        database.run("drop table if exists library_tags; create table library_tags (name text primary key)");
    }

    @AfterEach
    void dropTable() {
        database.run("drop table library_tags");
    }

    /** How many rows are there, after a failure. */
    private long stored(
            Consumer<TcpProxy> fault, Function<ReactiveOrm, Mono<?>> work, Class<? extends OrmException> expected) {
        try (TcpProxy proxy = database.proxy(Duration.ZERO);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
            pool.update("select 1").block(TestPool.PATIENCE);
            fault.accept(proxy);
            work.apply(ReactiveOrm.create(pool.pool()))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(expected));
            pool.assertClean();
            return database.value("select count(*) from library_tags", Long.class);
        }
    }

    private static Mono<?> insert(ReactiveOrm orm) {
        return orm.insert(NewTag.name("a")).one();
    }

    @Test
    void whetherAWriteWithoutAnswerWasCommittedIsUnknown() {
        assertThat(stored(
                        proxy -> proxy.lines().cutBefore("insert into"),
                        WriteFailuresIT::insert,
                        CommitOutcomeUnknownException.class))
                .isZero();
        assertThat(stored(
                        proxy -> proxy.lines().cutAfter("insert into"),
                        WriteFailuresIT::insert,
                        CommitOutcomeUnknownException.class))
                .isOne();
        assertThat(stored(
                        proxy -> proxy.lines().cutAfter("update "),
                        orm -> orm.update(TAG).byId("a").set(TAG.name.to("b")).one(),
                        CommitOutcomeUnknownException.class))
                .isOne();
        assertThat(database.value("select name from library_tags", String.class))
                .isEqualTo("b");
    }

    @Test
    void aWriteInATransactionThatWasNotEndedIsUndone() {
        assertThat(stored(
                        proxy -> proxy.lines().cutAfter("insert into"),
                        orm -> orm.transaction(insert(orm).then()),
                        ConnectionLostException.class))
                .isZero();
        assertThat(stored(
                        proxy -> proxy.lines().cutAfter("copy "),
                        orm -> orm.insertAll(Flux.just(NewTag.name("a"))).copy(),
                        ConnectionLostException.class))
                .isZero();
    }

    @Test
    void aReadChangesNothing() {
        assertThat(stored(
                        proxy -> proxy.lines().cutAfter("select "),
                        orm -> orm.find(TAG).all().collectList(),
                        ConnectionLostException.class))
                .isZero();
    }
}
