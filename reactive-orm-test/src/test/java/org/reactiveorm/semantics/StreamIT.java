package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Mark_.MARK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Rows in windows, always with a single connection. Categories 1 to 10 have no parent, and three children each. */
@Timeout(60)
class StreamIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().script("""
            insert into categories (id, name) overriding system value select n, 'root ' || n from generate_series(1, 10) n;
            insert into categories (id, name, parent_id) overriding system value
            select 100 * p + c, 'child ' || p || '.' || c, p from generate_series(1, 10) p, generate_series(1, 3) c;
            """);

    private PoolOfOne only;
    private ReactiveOrm orm;

    @BeforeEach
    void open() {
        only = new PoolOfOne(database.url());
        orm = only.orm();
    }

    @AfterEach
    void isClean() {
        only.assertClean();
        only.close();
    }

    enum Place {
        OUTSIDE {
            @Override
            <T> Flux<T> run(ReactiveOrm orm, Flux<T> work) {
                return work;
            }
        },
        INSIDE {
            @Override
            <T> Flux<T> run(ReactiveOrm orm, Flux<T> work) {
                return orm.transaction(work);
            }
        };

        abstract <T> Flux<T> run(ReactiveOrm orm, Flux<T> work);
    }

    private FindSpec<Category, Long> roots(int number) {
        return orm.find(CATEGORY)
                .where(CATEGORY.parentId.isNull(), CATEGORY.id.lte((long) number))
                .orderBy(CATEGORY.id.desc());
    }

    private static List<Long> downFrom(long first, long last) {
        return LongStream.iterate(first, id -> id >= last, id -> id - 1).boxed().toList();
    }

    // Windows

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "3, 1", "4, 2", "5, 2", "8, 3", "9, 3"})
    void everyRowComesOnceInOrderAtTheEdgesOfWindows(int rows, int windows) {
        for (Place place : Place.values()) {
            only.log().clear();
            assertThat(place.run(orm, roots(rows).stream(4).map(Category::id))
                            .collectList()
                            .block())
                    .isEqualTo(downFrom(rows, 1));
            assertThat(only.windows())
                    .hasSize(windows)
                    .allSatisfy(window -> assertThat(window).isLessThanOrEqualTo(4));
            assertThat(only.verbs()).startsWith("declare").hasSize(windows + (place == Place.INSIDE ? 2 : 1));
            assertThat(only.log()).hasCommitted(1);
        }
    }

    @Test
    void theWindowOfTheQueryIsThatOfTheStream() {
        assertThat(roots(10).skip(2).take(5).stream(3)
                        .map(Category::id)
                        .collectList()
                        .block())
                .isEqualTo(downFrom(8, 4));
        assertThat(only.windows()).containsExactly(3L, 2L);
        only.log().clear();
        StepVerifier.create(roots(10).take(0).stream(3)).verifyComplete();
        assertThat(only.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aWindowHasRows(int window) {
        assertThatThrownBy(() -> roots(10).stream(window))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage(
                        "A window has at least one row, got %d. Give the number of rows to read at a time, for example 1000."
                                .formatted(window));
    }

    @Test
    void rowsWithoutAnyConditionOrOrderStreamToo() {
        StepVerifier.create(orm.find(CATEGORY).stream(7)).expectNextCount(40).verifyComplete();
        assertThat(only.windows()).containsExactly(7L, 7L, 7L, 7L, 7L, 5L);
    }

    @ParameterizedTest
    @EnumSource
    void aFailingReadIsToldWithItsQuery(Place place) {
        Flux<Long> rows = roots(10).where(Condition.sql("10 / (? - 4) <> 77", CATEGORY.id)).stream(3)
                .map(Category::id);
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(place.run(orm, rows.doOnNext(seen::add)).then())
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

    // Demand

    @Test
    void aWindowIsReadWhenARowOfItIsAskedFor() {
        StepVerifier.create(roots(7).stream(3).map(Category::id), 0)
                .expectSubscription()
                .then(() -> assertThat(only.log()).isEmpty())
                .thenRequest(1)
                .expectNext(7L)
                .then(() -> assertThat(only.verbs()).containsExactly("declare", "fetch"))
                .thenRequest(2)
                .expectNext(6L, 5L)
                .then(() -> assertThat(only.verbs()).containsExactly("declare", "fetch"))
                .thenRequest(1)
                .expectNext(4L)
                .then(() -> assertThat(only.windows()).containsExactly(3L, 3L))
                .then(() -> assertThat(only.acquired()).isOne())
                .thenRequest(3)
                .expectNext(3L, 2L, 1L)
                .verifyComplete();
        assertThat(only.windows()).containsExactly(3L, 3L, 1L);
        assertThat(only.log()).hasCommitted(1);
    }

    @Test
    void theConnectionIsBackBeforeTheEndIsSignalled() {
        List<Integer> acquired = new ArrayList<>();
        roots(5).stream(2).doOnComplete(() -> acquired.add(only.acquired())).blockLast();
        assertThat(acquired).containsExactly(0);
    }

    // Cancel

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "6, 2", "7, 3"})
    void nothingIsReadAfterACancel(int wanted, int windows) {
        assertThat(roots(10).stream(3)
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
        Flux<Long> work = roots(10).stream(3)
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
        Flux<Long> work = roots(10).stream(3)
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
        return roots(10).where(Condition.sql("pg_sleep(0.2) is not null")).stream(3);
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

    // Other statements of the transaction

    @Test
    void otherStatementsHaveTheirTurnBetweenTheWindows() {
        Flux<Long> work = roots(4).stream(2)
                .concatMap(root -> orm.insert(NewMark.name("of " + root.id())).count(), 0);
        StepVerifier.create(orm.transaction(work)).expectNext(1L, 1L, 1L, 1L).verifyComplete();
        assertThat(only.verbs())
                .containsExactly("declare", "fetch", "insert", "insert", "fetch", "insert", "insert", "fetch", "close");
        assertThat(orm.delete(MARK).where(MARK.name.startsWith("of ")).count().block())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 256})
    void manyStatementsMayBeUnderWayForTheRows(int concurrency) {
        Flux<Long> work = orm.find(CATEGORY).stream(7)
                .flatMap(
                        category -> orm.find(CATEGORY)
                                .where(CATEGORY.parentId.eq(category.id()))
                                .count(),
                        concurrency);
        StepVerifier.create(orm.transaction(work.reduce(Long::sum)))
                .expectNext(30L)
                .verifyComplete();
    }

    @Test
    void theRowsAreThoseThatTheTransactionSawWhenTheStreamBegan() {
        Flux<Long> work = roots(4).stream(2)
                .concatMap(
                        root -> orm.delete(CATEGORY)
                                .where(CATEGORY.parentId.isNotNull(), CATEGORY.id.between(100L, 999L))
                                .count()
                                .then(orm.update(CATEGORY)
                                        .where(CATEGORY.parentId.isNull())
                                        .set(CATEGORY.name.to(CATEGORY.name))
                                        .count())
                                .thenReturn(root.id()),
                        1)
                .concatWith(Mono.error(new IllegalStateException("enough")));
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(orm.transaction(work.doOnNext(seen::add).then())).verifyErrorMessage("enough");
        assertThat(seen).isEqualTo(downFrom(4, 1));
    }

    @Test
    void severalStreamsAreOpenAtOnceAndTheirNamesAreUsedAgain() {
        Flux<String> pairs = Flux.zip(
                roots(5).stream(2).map(Category::id), roots(4).stream(3).map(Category::id), (a, b) -> a + ":" + b);
        StepVerifier.create(orm.transaction(pairs.concatWith(pairs)))
                .expectNext("5:4", "4:3", "3:2", "2:1", "5:4", "4:3", "3:2", "2:1")
                .verifyComplete();
        assertThat(only.cursors()).hasSize(4).contains("reactive_orm_1", "reactive_orm_2");
        assertThat(only.cursors().stream().distinct()).hasSizeLessThan(4);
    }

    @Test
    void fewNamesServeManyStreams() {
        Flux<Long> work = Flux.range(0, 50)
                .concatMap(i -> roots(5).stream(2).map(Category::id).take(1 + i % 5), 0);
        assertThat(orm.transaction(work).collectList().block()).hasSize(150);
        assertThat(only.cursors()).hasSize(50).containsOnly("reactive_orm_1", "reactive_orm_2");
    }

    // Errors

    @Test
    void anErrorOfAnotherStatementEndsTheStreamWithTheTransaction() {
        Flux<Long> work = roots(10).stream(3)
                .concatMap(root -> orm.insert(NewCategory.name("root 1")).count(), 1);
        StepVerifier.create(orm.transaction(work)).verifyError(UniqueViolationException.class);
        assertThat(only.log()).hasRolledBack(1);
        only.log().clear();
        StepVerifier.create(orm.transaction(
                        work.onErrorResume(error -> roots(1).stream(3).map(Category::id))))
                .verifyErrorSatisfies(error ->
                        assertThat(((OrmException) error).context().sqlState()).isEqualTo("25P02"));
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorThatThrowsCancelsTheStream(Place place) {
        Flux<Long> rows = roots(10).stream(3).map(root -> {
            if (root.id() == 6) {
                throw new IllegalStateException("six");
            }
            return root.id();
        });
        StepVerifier.create(place.run(orm, rows.onErrorResume(error -> Flux.just(-6L))))
                .expectNext(10L, 9L, 8L, 7L, -6L)
                .verifyComplete();
        assertThat(only.windows()).containsExactly(3L, 3L);
        if (place == Place.INSIDE) {
            assertThat(only.log()).hasCommitted(1);
        }
    }

    @Test
    void aRowThatCannotBeReadLeavesTheTransactionAndNoCursor() {
        Flux<Long> work = orm.sql(
                        "alter table categories alter name drop not null; update categories set name = null where id = 4")
                .execute()
                .thenMany(roots(10).stream(5).map(Category::id))
                .onErrorResume(MappingException.class, error -> openCursors())
                .concatWith(Mono.error(new IllegalStateException("undo")));
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(orm.transaction(work.doOnNext(seen::add).then())).verifyErrorMessage("undo");
        assertThat(seen).containsExactly(10L, 9L, 8L, 7L, 6L, 0L);
    }

    @ParameterizedTest
    @EnumSource
    void aKilledSessionIsALostConnection(Place place) {
        Flux<Long> rows = roots(10).stream(3)
                .concatMap(root -> root.id() == 8 ? kill().thenReturn(root.id()) : Mono.just(root.id()), 0);
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(place.run(orm, rows.doOnNext(seen::add)).then()).verifyError(ConnectionLostException.class);
        assertThat(seen).containsExactly(10L, 9L, 8L);
    }

    private static Mono<Boolean> kill() {
        return database.orm()
                .sql(
                        "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'only' and datname = current_database()")
                .as(Boolean.class)
                .one();
    }

    // Relations

    @ParameterizedTest
    @EnumSource
    void relationsAreLoadedForEachWindow(Place place) {
        Flux<String> rows =
                roots(5).include(CATEGORY.children.orderBy(CATEGORY.id.desc()).include(CATEGORY.parent)).stream(2)
                        .map(root -> root.id() + "="
                                + root.children().stream()
                                        .map(child -> child.parent().get().id() + "/" + child.id())
                                        .toList());
        StepVerifier.create(place.run(orm, rows))
                .expectNext("5=[5/503, 5/502, 5/501]", "4=[4/403, 4/402, 4/401]")
                .expectNext("3=[3/303, 3/302, 3/301]", "2=[2/203, 2/202, 2/201]")
                .expectNext("1=[1/103, 1/102, 1/101]")
                .verifyComplete();
        assertThat(only.verbs())
                .startsWith(
                        "declare", "fetch", "select", "select", "fetch", "select", "select", "fetch", "select",
                        "select")
                .hasSize(place == Place.INSIDE ? 11 : 10);
        assertThat(only.log()).hasCommitted(1);
    }

    @Test
    void limitsForEachParentHoldInEveryWindow() {
        Flux<List<Long>> rows = roots(10)
                .include(CATEGORY.children.orderBy(CATEGORY.id.desc()).skip(1).take(1))
                .stream(4)
                .map(root -> root.children().stream().map(Category::id).toList());
        assertThat(rows.collectList().block())
                .hasSize(10)
                .isEqualTo(downFrom(10, 1).stream()
                        .map(id -> List.of(id * 100 + 2))
                        .toList());
        assertThat(only.log().list().stream().mapToLong(ExecutedStatement::rows).sum())
                .isEqualTo(20);
    }

    @Test
    void rowsAndRelationsAreOfOneSnapshot() {
        Flux<Integer> children = roots(2).include(CATEGORY.children).stream(1)
                .concatMap(
                        root -> root.id() == 2
                                ? database.orm()
                                        .insert(NewCategory.name("late")
                                                .id(5000)
                                                .parentId(1L))
                                        .count()
                                        .thenReturn(root.children().size())
                                : Mono.just(root.children().size()),
                        0);
        StepVerifier.create(children).expectNext(3, 3).verifyComplete();
        assertThat(orm.delete(CATEGORY).where(CATEGORY.name.eq("late")).count().block())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    void aFailingRelationEndsTheStream(Place place) {
        Flux<Long> rows =
                roots(10).include(CATEGORY.children.where(Condition.sql("10 / (? - 602) <> 77", CATEGORY.id))).stream(3)
                        .map(Category::id);
        List<Long> seen = new ArrayList<>();
        StepVerifier.create(place.run(orm, rows.doOnNext(seen::add)).then()).verifyError(InvalidValueException.class);
        assertThat(seen).isEqualTo(downFrom(10, 8));
        assertThat(only.verbs()).containsExactly("declare", "fetch", "select", "fetch", "select");
        assertThat(only.log()).hasRolledBack(1);
    }
}
