package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

/** {@code all()} of 200,000 rows of 500 bytes, more than all buffers on the way hold, with a single connection. */
@Timeout(120)
class LargeResultIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(CATEGORY).script("""
                    insert into categories (id, name) overriding system value
                    select n, n || repeat('x', 500) from generate_series(1, 200000) n;
                    analyze categories
                    """);

    @RegisterExtension
    final PoolOfOne only = new PoolOfOne(database.url());

    private final ReactiveOrm orm = only.orm();

    private FindSpec<Category, Long> categories() {
        return orm.find(CATEGORY).orderBy(CATEGORY.id.asc());
    }

    @Test
    void theServerWaitsForAConsumerThatTakesOneRow() {
        TestSubscriber<Category> consumer =
                TestSubscriber.builder().initialRequest(0).build();
        categories().all().subscribe(consumer);
        consumer.request(1);
        awaitServer("ClientWrite");
        assertThat(consumer.getReceivedOnNext()).extracting(Category::id).containsExactly(1L);
        consumer.request(1);
        consumer.cancel();
    }

    @ParameterizedTest
    @ValueSource(longs = {9_999, 10_000})
    void upToTenThousandEntitiesAndTheirRelationsAreOneStatementEach(long rows) {
        StepVerifier.create(upTo(rows).include(CATEGORY.children).all())
                .expectNextCount(rows)
                .verifyComplete();
        assertThat(only.verbs()).containsExactly("select", "select");
        assertThat(only.log()).hasNoTransaction();
    }

    @Test
    void moreEntitiesWithRelationsComeInWindows() {
        StepVerifier.create(upTo(10_001).include(CATEGORY.children).all().map(Category::id))
                .expectNextSequence(LongStream.rangeClosed(1, 10_001).boxed().toList())
                .verifyComplete();
        assertThat(only.verbs())
                .startsWith("select", "declare", "fetch", "select", "fetch")
                .hasSize(2 + 11 * 2);
        assertThat(only.windows()).startsWith(1000L).endsWith(1L).hasSize(11);
        assertThat(only.log()).hasCommitted(1);
    }

    @Test
    void theWindowsOfAllAreReadAsTheyAreAskedFor() {
        StepVerifier.create(categories().include(CATEGORY.children).all().map(Category::id), 0)
                .thenRequest(1)
                .expectNext(1L)
                .then(() -> assertThat(only.windows()).containsExactly(1000L))
                .thenRequest(998)
                .expectNextCount(998)
                .then(() -> assertThat(only.windows()).hasSize(1))
                .thenCancel()
                .verify();
        only.assertClean();
        assertThat(only.windows()).hasSize(1);
        assertThat(only.log()).hasRolledBack(1);
    }

    @Test
    void soTheyAreInATransactionWhichGoesOn() {
        Mono<Long> work = categories()
                .include(CATEGORY.children)
                .all()
                .take(1500)
                .count()
                .flatMap(count -> orm.find(CATEGORY).byId(1L).count().map(one -> count + one));
        assertThat(orm.transaction(work).block()).isEqualTo(1501);
        assertThat(only.verbs())
                .containsExactly("select", "declare", "fetch", "select", "fetch", "select", "close", "select");
        assertThat(only.log().list().get(0).rows()).as("not all of them").isEqualTo(10_001);
        assertThat(only.log()).hasCommitted(1);
    }

    @Test
    void aConsumerOfATransactionThatAsksBitByBitGetsWindowsIfThereAreMany() {
        Flux<Long> work = upTo(10_001)
                .all()
                .limitRate(100)
                .concatMap(category -> category.id() == 5000
                        ? orm.find(CATEGORY)
                                .where(CATEGORY.id.lte(7L))
                                .all()
                                .limitRate(1)
                                .count()
                        : Mono.just(category.id()));
        assertThat(orm.transaction(work).reduce(Long::sum).block()).isEqualTo(10_001L * 10_002 / 2 - 5000 + 7);
        assertThat(only.verbs())
                .startsWith("select", "declare", "fetch")
                .endsWith("fetch", "close")
                .hasSize(2 + 11 + 1 + 1);
    }

    @Test
    void aConsumerOfATransactionThatTakesAllGetsThemFromOneStatement() {
        assertThat(orm.transaction(upTo(10_001).all().count()).block()).isEqualTo(10_001);
        assertThat(only.verbs()).containsExactly("select");
    }

    @Test
    void aLimitWithinTheBoundNeedsNoWindows() {
        assertThat(orm.transaction(categories().take(10_000).all().limitRate(10).count())
                        .block())
                .isEqualTo(10_000);
        assertThat(only.verbs()).containsExactly("select");
    }

    @Test
    void aSnapshotIsReadAsItIsAskedFor() {
        StepVerifier.create(categories().snapshot().all().map(Category::id), 0)
                .thenRequest(1)
                .expectNext(1L)
                .then(() -> {
                    assertThat(only.verbs()).containsExactly("select", "declare", "fetch");
                    assertThat(only.log().list().get(0).rows())
                            .as("not all of them")
                            .isEqualTo(10_001);
                })
                .thenRequest(1000)
                .expectNextSequence(LongStream.rangeClosed(2, 1001).boxed().toList())
                .then(() -> assertThat(only.windows()).containsExactly(1000L, 1000L))
                .thenCancel()
                .verify();
        only.assertClean();
        assertThat(only.windows()).hasSize(2);
        assertThat(only.log()).hasRolledBack(1);
    }

    @Test
    void theRowsOfASnapshotComeBeforeTheirStatementHasEnded() {
        List<Integer> ended = new ArrayList<>();
        StepVerifier.create(upTo(10_001)
                        .snapshot()
                        .all()
                        .doOnNext(category -> ended.add(only.log().count())))
                .expectNextCount(10_001)
                .verifyComplete();
        assertThat(ended).containsOnly(0);
        assertThat(only.verbs()).containsExactly("select");
        assertThat(only.log()).hasCommitted(1);
    }

    private FindSpec<Category, Long> upTo(long id) {
        return categories().where(CATEGORY.id.lte(id));
    }

    private void awaitServer(String event) {
        List<Long> waiting = database.orm()
                .sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'only' and wait_event = :event")
                .bind("event", event)
                .as(Long.class)
                .one()
                .filter(sessions -> sessions == 1)
                .repeatWhenEmpty(500, tries -> tries.delayElements(Duration.ofMillis(20)))
                .flux()
                .collectList()
                .block(PoolOfOne.PATIENCE);
        assertThat(waiting).containsExactly(1L);
    }
}
