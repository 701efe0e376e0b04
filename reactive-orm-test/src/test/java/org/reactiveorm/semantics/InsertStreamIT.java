package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.InsertStreamSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.test.OrmExtension;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class InsertStreamIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private final ReactiveOrm orm = database.orm();

    @RegisterExtension
    final PoolOfOne only = new PoolOfOne(database.url());

    /** What can be asked of a stream. */
    enum Way {
        ALL {
            @Override
            <E> Mono<Long> run(InsertStreamSpec<E> insert) {
                return insert.all().count();
            }
        },
        COUNT {
            @Override
            <E> Mono<Long> run(InsertStreamSpec<E> insert) {
                return insert.count();
            }
        },
        COPY {
            @Override
            <E> Mono<Long> run(InsertStreamSpec<E> insert) {
                return insert.copy();
            }
        };

        abstract <E> Mono<Long> run(InsertStreamSpec<E> insert);
    }

    private static Flux<NewCategory> categories(int from, int count) {
        return Flux.range(from, count).map(i -> NewCategory.name("c" + i));
    }

    private long stored() {
        return orm.find(CATEGORY).count().block();
    }

    @ParameterizedTest
    @EnumSource
    void batchesAreOneTransaction(Way way) {
        List<Long> progress = new ArrayList<>();
        long inserted = way.run(orm.insertAll(categories(0, 25)).batchSize(10).onProgress(progress::add))
                .block();
        assertThat(inserted).isEqualTo(25);
        assertThat(progress).containsExactly(10L, 20L, 25L);
        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(stored()).isEqualTo(25);
    }

    @Test
    void allAnswersInTheOrderOfThePublisherWhenItIsCommitted() {
        List<Category> all = orm.insertAll(categories(0, 25))
                .batchSize(10)
                .all()
                .concatMap(category -> orm.find(CATEGORY)
                        .count()
                        .doOnNext(committed -> assertThat(committed).isEqualTo(25))
                        .thenReturn(category))
                .collectList()
                .block();
        assertThat(all)
                .extracting(Category::name)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "c" + i).toList());
        assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
    }

    @ParameterizedTest
    @EnumSource
    void ofNothingNothingIsSent(Way way) {
        assertThat(way.run(orm.insertAll(Flux.<NewCategory>empty())).block()).isZero();
        assertThat(database.statements()).hasCount(0).hasNoTransaction();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfThePublisherComesThroughAndRollsBack(Way way) {
        IllegalStateException error = new IllegalStateException("the file ends here");
        StepVerifier.create(way.run(orm.insertAll(categories(0, 25).concatWith(Mono.error(error)))
                        .batchSize(10)))
                .verifyErrorSatisfies(seen -> assertThat(seen).isSameAs(error));
        assertThat(database.statements()).hasRolledBack();
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfABatchStopsThePublisherAndRollsBack(Way way) {
        AtomicBoolean cancelled = new AtomicBoolean();
        StepVerifier.create(way.run(orm.insertAll(Flux.concat(categories(0, 25), categories(0, 1_000))
                                .doOnCancel(() -> cancelled.set(true)))
                        .batchSize(10)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                UniqueViolationException.class,
                                violation ->
                                        assertThat(violation.context().row()).isEqualTo(25))
                        .hasMessageStartingWith(
                                "In the batch that begins with row 20: Row 5 of 10 (counted from 0): "));
        assertThat(cancelled).isTrue();
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheListenerThrowsRollsBack(Way way) {
        IllegalStateException error = new IllegalStateException("enough");
        StepVerifier.create(
                        way.run(orm.insertAll(categories(0, 25)).batchSize(10).onProgress(rows -> {
                            if (rows > 10) {
                                throw error;
                            }
                        })))
                .verifyErrorSatisfies(seen -> assertThat(seen).isSameAs(error));
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aCancelRollsBack(Way way) {
        Sinks.Empty<Void> inserted = Sinks.empty();
        Flux<NewCategory> endless = categories(0, 15).concatWith(Flux.never());
        StepVerifier.create(way.run(
                        only.orm().insertAll(endless).batchSize(10).onProgress(rows -> inserted.tryEmitEmpty())))
                .then(() -> inserted.asMono().block(PoolOfOne.PATIENCE))
                .thenCancel()
                .verify(PoolOfOne.PATIENCE);
        only.assertClean(); // waits for the only connection
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void noMoreThanABatchIsTakenAhead(Way way) {
        AtomicLong emitted = new AtomicLong();
        List<Long> ahead = new ArrayList<>();
        way.run(orm.insertAll(categories(0, 200).doOnNext(each -> emitted.incrementAndGet()))
                        .batchSize(10)
                        .onProgress(rows -> ahead.add(emitted.get() - rows)))
                .block();
        assertThat(ahead).hasSize(20).allMatch(rows -> rows <= 20);
    }

    @ParameterizedTest
    @EnumSource
    void thePublisherMayUseTheOnlyConnectionOfTheTransaction(Way way) {
        only.orm().insertAll(categories(0, 1_000)).count().block();
        Flux<NewCategory> copies = only.orm().find(CATEGORY).orderBy(CATEGORY.id.asc()).stream(50)
                .concatMap(category ->
                        only.orm().find(CATEGORY).byId(category.id()).one())
                .map(category -> NewCategory.name("copy of " + category.name()));
        assertThat(way.run(only.orm().insertAll(copies).batchSize(30)).block(PoolOfOne.PATIENCE))
                .isEqualTo(1_000);
        assertThat(stored()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @EnumSource
    void itJoinsATransaction(Way way) {
        IllegalStateException error = new IllegalStateException("no");
        StepVerifier.create(
                        orm.transaction(way.run(orm.insertAll(categories(0, 25)).batchSize(10))
                                .doOnNext(rows -> assertThat(rows).isEqualTo(25))
                                .then(Mono.error(error))))
                .verifyErrorSatisfies(seen -> assertThat(seen).isSameAs(error));
        assertThat(stored()).isZero();
    }

    // Each batch by itself

    @ParameterizedTest
    @EnumSource
    void eachBatchCanBeCommitted(Way way) {
        List<Long> progress = new ArrayList<>();
        StepVerifier.create(way.run(orm.insertAll(Flux.concat(categories(0, 20), categories(5, 10), categories(90, 10)))
                        .batchSize(10)
                        .committingEachBatch()
                        .onProgress(progress::add)))
                .verifyError(UniqueViolationException.class);
        assertThat(progress).containsExactly(10L, 20L);
        assertThat(stored()).isEqualTo(20);
    }

    @Test
    void committedBatchesAreEmittedAtOnceAndTheConsumerIsWaitedFor() {
        AtomicLong emitted = new AtomicLong();
        StepVerifier.create(
                        orm.insertAll(categories(0, 10_000).doOnNext(each -> emitted.incrementAndGet()))
                                .batchSize(10)
                                .committingEachBatch()
                                .all(),
                        1)
                .assertNext(first -> assertThat(first.name()).isEqualTo("c0"))
                .thenRequest(9)
                .expectNextCount(9)
                .then(() -> assertThat(emitted.get()).isLessThanOrEqualTo(60))
                .thenCancel()
                .verify(PoolOfOne.PATIENCE);
    }

    @Test
    void inATransactionABatchCannotBeCommitted() {
        StepVerifier.create(orm.transaction(
                        orm.insertAll(categories(0, 5)).committingEachBatch().count()))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageStartingWith("committingEachBatch() is in a transaction"));
        assertThat(stored()).isZero();
    }

    // Options

    @Test
    void duplicatesCanBeSkippedWithinAndAcrossBatches() {
        Flux<NewCategory> rows = Flux.concat(categories(0, 15), categories(5, 15));
        assertThat(orm.insertAll(rows)
                        .batchSize(8)
                        .skipDuplicates()
                        .all()
                        .map(Category::name)
                        .collectList()
                        .block())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "c" + i).toList());
        assertThat(orm.insertAll(categories(10, 20))
                        .batchSize(8)
                        .skipDuplicates()
                        .count()
                        .block())
                .isEqualTo(10);
        StepVerifier.create(orm.insertAll(rows).skipDuplicates().copy())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageStartingWith("COPY fails on duplicates and cannot skip them."));
    }

    @Test
    void treesAreInsertedToo() {
        Flux<NewCategory> trees =
                Flux.range(0, 25).map(i -> NewCategory.name("p" + i).children(NewCategory.name("c" + i)));
        assertThat(orm.insertAll(trees).batchSize(10).count().block()).isEqualTo(25);
        assertThat(stored()).isEqualTo(50);
        StepVerifier.create(orm.insertAll(trees).copy())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageStartingWith("COPY loads rows of one table"));
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> orm.insertAll(categories(0, 1)).batchSize(0))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("A batch of 0 entities");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aListenerThatIsNullIsRefused() {
        assertThatThrownBy(() -> orm.insertAll(categories(0, 1)).onProgress(null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("The listener for the progress is null.");
    }

    /** What Reactor would refuse to emit. */
    @SuppressWarnings("NullAway")
    private static Publisher<NewCategory> nulls() {
        return subscriber -> subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                subscriber.onNext(null);
            }

            @Override
            public void cancel() {}
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPublisherThatEmitsNullIsToldSo(Way way) {
        StepVerifier.create(way.run(orm.insertAll(nulls())))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessage("The publisher to insert from has emitted null. Leave it out."));
        assertThat(stored()).isZero();
    }

    @Test
    void eachSubscriptionInsertsAnew() {
        AtomicLong number = new AtomicLong();
        Mono<Long> insert = orm.insertAll(Flux.range(0, 5).map(i -> NewCategory.name("n" + number.incrementAndGet())))
                .count();
        insert.block();
        insert.block();
        assertThat(stored()).isEqualTo(10);
    }
}
