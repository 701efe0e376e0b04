package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Roots.downFrom;
import static org.reactiveorm.semantics.Roots.roots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Rows in windows, and what is sent between them, always with a single connection. */
@Timeout(60)
class StreamIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().script(Roots.SCRIPT);

    @RegisterExtension
    final PoolOfOne only = new PoolOfOne(database.url());

    private final ReactiveOrm orm = only.orm();

    // Windows

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "3, 1", "4, 2", "5, 2", "8, 3", "9, 3"})
    void everyRowComesOnceInOrderAtTheEdgesOfWindows(int rows, int windows) {
        for (Side side : Side.values()) {
            only.log().clear();
            assertThat(side.run(orm, roots(orm, rows).stream(4).map(Category::id))
                            .collectList()
                            .block())
                    .isEqualTo(downFrom(rows, 1));
            assertThat(only.windows())
                    .hasSize(windows)
                    .allSatisfy(window -> assertThat(window).isLessThanOrEqualTo(4));
            assertThat(only.verbs()).startsWith("declare").hasSize(windows + (side == Side.INSIDE ? 2 : 1));
            assertThat(only.log()).hasCommitted(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "6, 3", "4, 3"})
    void theEndComesWithTheLastRowAndNeedsNoMoreDemand(int rows, int window) {
        StepVerifier.create(roots(orm, rows).stream(window).map(Category::id), 0)
                .thenRequest(rows)
                .expectNextSequence(downFrom(rows, 1))
                .verifyComplete();
        only.assertClean();
    }

    @Test
    void theWindowOfTheQueryIsThatOfTheStream() {
        assertThat(roots(orm, 10).skip(2).take(5).stream(3)
                        .map(Category::id)
                        .collectList()
                        .block())
                .isEqualTo(downFrom(8, 4));
        assertThat(only.windows()).containsExactly(3L, 2L);
        only.log().clear();
        StepVerifier.create(roots(orm, 10).take(0).stream(3)).verifyComplete();
        assertThat(only.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aWindowHasRows(int window) {
        assertThatThrownBy(() -> roots(orm, 10).stream(window))
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

    // Demand

    @Test
    void aWindowIsReadWhenTheOneBeforeHasBeenTaken() {
        StepVerifier.create(roots(orm, 7).stream(3).map(Category::id), 0)
                .expectSubscription()
                .then(() -> assertThat(only.log()).isEmpty())
                .thenRequest(1)
                .expectNext(7L)
                .then(() -> assertThat(only.verbs()).containsExactly("declare", "fetch"))
                .thenRequest(1)
                .expectNext(6L)
                .then(() -> assertThat(only.verbs()).containsExactly("declare", "fetch"))
                .thenRequest(2)
                .expectNext(5L, 4L)
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
        roots(orm, 5).stream(2)
                .doOnComplete(() -> acquired.add(only.acquired()))
                .blockLast();
        assertThat(acquired).containsExactly(0);
    }

    // Other statements of the transaction

    @Test
    void otherStatementsHaveTheirTurnBetweenTheWindows() {
        Flux<Long> work = roots(orm, 4).stream(2)
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
        Flux<Long> work = roots(orm, 4).stream(2)
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
                roots(orm, 5).stream(2).map(Category::id),
                roots(orm, 4).stream(3).map(Category::id),
                (a, b) -> a + ":" + b);
        StepVerifier.create(orm.transaction(pairs.concatWith(pairs)))
                .expectNext("5:4", "4:3", "3:2", "2:1", "5:4", "4:3", "3:2", "2:1")
                .verifyComplete();
        assertThat(only.cursors()).hasSize(4).contains("reactive_orm_1", "reactive_orm_2");
        assertThat(only.cursors().stream().distinct()).hasSizeLessThan(4);
    }

    @Test
    void fewNamesServeManyStreams() {
        Flux<Long> work = Flux.range(0, 50)
                .concatMap(i -> roots(orm, 5).stream(2).map(Category::id).take(1 + i % 5), 0);
        assertThat(orm.transaction(work).collectList().block()).hasSize(150);
        assertThat(only.cursors()).hasSize(50).containsOnly("reactive_orm_1", "reactive_orm_2");
    }

    // Relations

    @ParameterizedTest
    @EnumSource
    void relationsAreLoadedForEachWindow(Side side) {
        Flux<String> rows =
                roots(orm, 5)
                        .include(CATEGORY.children.orderBy(CATEGORY.id.desc()).include(CATEGORY.parent))
                        .stream(2)
                        .map(root -> root.id() + "="
                                + root.children().stream()
                                        .map(child -> child.parent().get().id() + "/" + child.id())
                                        .toList());
        StepVerifier.create(side.run(orm, rows))
                .expectNext("5=[5/503, 5/502, 5/501]", "4=[4/403, 4/402, 4/401]")
                .expectNext("3=[3/303, 3/302, 3/301]", "2=[2/203, 2/202, 2/201]")
                .expectNext("1=[1/103, 1/102, 1/101]")
                .verifyComplete();
        assertThat(only.verbs())
                .startsWith(
                        "declare", "fetch", "select", "select", "fetch", "select", "select", "fetch", "select",
                        "select")
                .hasSize(side == Side.INSIDE ? 11 : 10);
        assertThat(only.log()).hasCommitted(1);
    }

    @Test
    void limitsForEachParentHoldInEveryWindow() {
        Flux<List<Long>> rows =
                roots(orm, 10)
                        .include(CATEGORY.children
                                .orderBy(CATEGORY.id.desc())
                                .skip(1)
                                .take(1))
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
        Flux<Integer> children = roots(orm, 2).include(CATEGORY.children).stream(1)
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

    /** The relations of the next rows cannot be read as long as the savepoint is open, and the savepoint is as long as they are not. */
    @Test
    void aSavepointCannotWaitForRelations() {
        Function<Flux<Category>, Mono<Long>> marked = window -> window.concatMap(
                        row -> orm.insert(NewMark.name("row " + row.id())).one())
                .count()
                .as(count -> orm.transaction(TransactionOptions.savepoint(), count))
                .onErrorReturn(0L); // the window ends with the stream's error, too
        Flux<Category> stream = roots(orm, 10).include(CATEGORY.children).stream(3);
        StepVerifier.create(orm.transaction(stream.window(5).concatMap(marked).then()))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("read relations with inOneStatement()"));
        only.assertClean();
        Flux<Category> whole = roots(orm, 10).include(CATEGORY.children).inOneStatement().stream(3);
        StepVerifier.create(orm.transaction(whole.window(5).concatMap(marked).reduce(0L, Long::sum)))
                .expectNext(10L)
                .verifyComplete();
    }
}
