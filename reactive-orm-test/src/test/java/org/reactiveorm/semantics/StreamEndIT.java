package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Roots.downFrom;
import static org.reactiveorm.semantics.Roots.roots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Streams that a cancel or an error ends leave neither a cursor nor a transaction behind. */
@Timeout(60)
class StreamEndIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().script(Roots.SCRIPT);

    @RegisterExtension
    final PoolOfOne only = new PoolOfOne(database.url());

    private final ReactiveOrm orm = only.orm();

    // Cancel

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "6, 2", "7, 3"})
    void nothingIsReadAfterACancel(int wanted, int windows) {
        assertThat(roots(orm, 10).stream(3)
                        .map(Category::id)
                        .take(wanted)
                        .collectList()
                        .block())
                .isEqualTo(downFrom(10, 11 - wanted));
        only.assertClean();
        assertThat(only.log()).hasRolledBack(1);
        assertThat(only.windows()).hasSize(windows);
        assertThat(only.verbs()).filteredOn("close"::equals).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "6, 2", "7, 3"})
    void aTransactionGoesOnAfterACancel(int wanted, int windows) {
        Flux<Long> work = roots(orm, 10).stream(3)
                .map(Category::id)
                .take(wanted)
                .concatWith(openCursors())
                .concatWith(orm.insert(NewMark.name("after " + wanted)).count());
        assertThat(orm.transaction(work).collectList().block())
                .startsWith(downFrom(10, 11 - wanted).toArray(Long[]::new))
                .endsWith(0L, 1L);
        assertThat(only.windows()).hasSize(windows);
        assertThat(only.verbs()).endsWith("close", "select", "insert");
        assertThat(only.log()).hasCommitted(1);
    }

    /** PostgreSQL refuses that for a table with an open cursor. */
    @Test
    void aCancelClosesTheCursorBeforeTheNextStatement() {
        Flux<Long> work = roots(orm, 10).stream(3)
                .take(2)
                .then(orm.sql("truncate categories cascade").execute())
                .thenMany(Flux.error(new IllegalStateException("undo")));
        StepVerifier.create(orm.transaction(work)).verifyErrorMessage("undo");
        assertThat(only.verbs()).containsExactly("declare", "fetch", "close", "truncate");
    }

    private Flux<Long> openCursors() {
        return orm.sql("select count(*) from pg_cursors").as(Long.class).all();
    }

    /** A window of three takes more than half a second. */
    private Flux<Category> slow() {
        return roots(orm, 10).where(Condition.sql("pg_sleep(0.2) is not null")).stream(3);
    }

    /** When the only connection is in {@code pg_sleep}. */
    private static Mono<Boolean> sleeping() {
        return database.orm()
                .sql(
                        "select true from pg_stat_activity where application_name = 'only' and datname = current_database() and wait_event = 'PgSleep'")
                .as(Boolean.class)
                .one()
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(5)));
    }

    @Test
    void aWindowThatIsBeingReadIsStoppedWithItsTransaction() {
        slow().takeUntilOther(sleeping()).blockLast();
        only.assertClean();
        assertThat(only.log()).hasRolledBack(1);
        assertThat(only.windows()).hasSize(1);
    }

    @Test
    void aWindowThatIsBeingReadDoesNotDisturbATransaction() {
        Flux<Long> work = slow().takeUntilOther(sleeping()).thenMany(openCursors());
        StepVerifier.create(orm.transaction(work)).expectNext(0L).verifyComplete();
        assertThat(only.verbs()).containsExactly("declare", "fetch", "close", "select");
    }

    @Test
    void aCursorThatWaitsForItsTurnIsClosedWhenItIsOpen() {
        Mono<Void> impatient = slow().takeUntilOther(sleeping()).then();
        Flux<Long> work = Mono.when(asleep(), impatient).thenMany(openCursors()).thenMany(openCursors());
        StepVerifier.create(orm.transaction(work)).expectNext(0L).verifyComplete();
        assertThat(only.verbs()).containsExactly("select", "declare", "close", "select", "select");
    }

    @Test
    void aStreamThatWaitsForAConnectionLeavesTheQueue() {
        Mono<Void> impatient = slow().takeUntilOther(sleeping()).then();
        Mono.when(asleep(), impatient).block();
        assertThat(only.verbs()).containsExactly("select");
        assertThat(only.log()).hasNoTransaction();
    }

    private Mono<String> asleep() {
        return orm.sql("select pg_sleep(0.3)::text").as(String.class).one();
    }

    // Errors

    @ParameterizedTest
    @EnumSource
    void aFailingReadIsToldWithItsQuery(Side side) {
        Flux<Long> rows = roots(orm, 10).where(Condition.sql("10 / (? - 4) <> 77", CATEGORY.id)).stream(3)
                .map(Category::id);
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(side.run(orm, rows.doOnNext(seen::add)).then())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(InvalidValueException.class, refused -> {
                            assertThat(refused.context().sqlState()).isEqualTo("22012");
                            assertThat(refused.context().entity()).isEqualTo("Category");
                            assertThat(refused.context().sql()).startsWith("select ");
                        }));
        assertThat(seen).isEqualTo(downFrom(10, 5));
        assertThat(only.log()).hasRolledBack(1);
        assertThat(only.verbs()).containsExactly("declare", "fetch", "fetch", "fetch");
    }

    @ParameterizedTest
    @EnumSource
    void aFailingRelationEndsTheStream(Side side) {
        Flux<Long> rows =
                roots(orm, 10)
                        .include(CATEGORY.children.where(Condition.sql("10 / (? - 602) <> 77", CATEGORY.id)))
                        .stream(3)
                        .map(Category::id);
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(side.run(orm, rows.doOnNext(seen::add)).then()).verifyError(InvalidValueException.class);
        assertThat(seen).isEqualTo(downFrom(10, 8));
        assertThat(only.verbs()).containsExactly("declare", "fetch", "select", "fetch", "select");
        assertThat(only.log()).hasRolledBack(1);
    }

    @Test
    void anErrorOfAnotherStatementEndsTheStreamWithTheTransaction() {
        Flux<Long> work = roots(orm, 10).stream(3)
                .concatMap(root -> orm.insert(NewCategory.name("root 1")).count(), 1);
        StepVerifier.create(orm.transaction(work)).verifyError(UniqueViolationException.class);
        assertThat(only.log()).hasRolledBack(1);
        only.log().clear();
        StepVerifier.create(orm.transaction(
                        work.onErrorResume(error -> roots(orm, 1).stream(3).map(Category::id))))
                .verifyErrorSatisfies(error ->
                        assertThat(((OrmException) error).context().sqlState()).isEqualTo("25P02"));
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorThatThrowsCancelsTheStream(Side side) {
        Flux<Long> rows = roots(orm, 10).stream(3).map(root -> {
            if (root.id() == 6) {
                throw new IllegalStateException("six");
            }
            return root.id();
        });
        StepVerifier.create(side.run(orm, rows.onErrorResume(error -> Flux.just(-6L))))
                .expectNext(10L, 9L, 8L, 7L, -6L)
                .verifyComplete();
        assertThat(only.windows()).containsExactly(3L, 3L);
        if (side == Side.INSIDE) {
            assertThat(only.log()).hasCommitted(1);
        }
    }

    @Test
    void aRowThatCannotBeReadLeavesTheTransactionAndNoCursor() {
        Flux<Long> work = orm.sql(
                        "alter table categories alter name drop not null; update categories set name = null where id = 4")
                .execute()
                .thenMany(roots(orm, 10).stream(5).map(Category::id))
                .onErrorResume(MappingException.class, error -> openCursors())
                .concatWith(Mono.error(new IllegalStateException("undo")));
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(orm.transaction(work.doOnNext(seen::add).then())).verifyErrorMessage("undo");
        assertThat(seen).containsExactly(10L, 9L, 8L, 7L, 6L, 0L);
    }

    @ParameterizedTest
    @EnumSource
    void aKilledSessionIsALostConnection(Side side) {
        Flux<Long> rows = roots(orm, 10).stream(3)
                .concatMap(root -> root.id() == 9 ? kill().thenReturn(root.id()) : Mono.just(root.id()), 0);
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(side.run(orm, rows.doOnNext(seen::add)).then()).verifyError(ConnectionLostException.class);
        assertThat(seen).containsExactly(10L, 9L, 8L);
    }

    private static Mono<Boolean> kill() {
        return database.orm()
                .sql(
                        "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'only' and datname = current_database()")
                .as(Boolean.class)
                .one();
    }
}
