package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

class LocksIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    private static FindSpec<Product, Long> claw() {
        return database.orm().find(PRODUCT).byId(1L);
    }

    /** What others see while the first product is locked. */
    private static <T> Mono<T> whileLocked(
            Function<FindSpec<Product, Long>, FindSpec<Product, Long>> lock, Mono<T> others) {
        return database.orm()
                .transaction(lock.apply(claw())
                        .oneOrFail()
                        .flatMap(locked -> Mono.defer(() -> others).contextWrite(context -> Context.empty())));
    }

    @Test
    void skippedRowsAreLeftOut() {
        assertThat(whileLocked(
                                FindSpec::forUpdate,
                                database.orm()
                                        .find(PRODUCT)
                                        .orderBy(PRODUCT.id.asc())
                                        .take(2)
                                        .forUpdate()
                                        .skipLocked()
                                        .all()
                                        .map(Product::id)
                                        .collectList())
                        .block())
                .isEqualTo(List.of(2L, 3L));
    }

    @Test
    void noWaitFailsAtOnce() {
        StepVerifier.create(whileLocked(
                        FindSpec::forNoKeyUpdate, claw().forShare().noWait().one()))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DeadlineExceededException.class)
                        .hasMessageContaining("lock"));
    }

    @Test
    void locksThatGoTogetherDo() {
        assertThat(whileLocked(FindSpec::forShare, claw().forShare().noWait().one())
                        .block())
                .isNotNull();
        assertThat(whileLocked(
                                FindSpec::forNoKeyUpdate,
                                claw().forKeyShare().noWait().one())
                        .block())
                .isNotNull();
        assertThat(whileLocked(FindSpec::forUpdate, claw().one()).block()).isNotNull();
    }

    @Test
    void onlyTheRowsThemselvesAreLocked() {
        database.statements().clear();
        assertThat(whileLocked(
                                find -> find.include(PRODUCT.category).forUpdate(),
                                database.orm()
                                        .find(CATEGORY)
                                        .forUpdate()
                                        .noWait()
                                        .count())
                        .block())
                .isEqualTo(4);
        assertThat(database.statements().list().get(0).sql()).endsWith("for update");
    }

    @Test
    void whatCannotBeLockedIsRefusedWhenItIsBuilt() {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT);
        assertThatThrownBy(find::skipLocked)
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Call forUpdate()");
        assertThatThrownBy(find::noWait).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> find.distinct().forUpdate()).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> find.forUpdate().distinctOn(PRODUCT.name)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> find.forUpdate().groupBy(PRODUCT.name)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void aSnapshotHasNoLockedRowsInWhateverOrderTheTwoAreAskedFor() {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> find.forUpdate().snapshot(),
                () -> find.snapshot().forUpdate(),
                () -> find.snapshot().forNoKeyUpdate(),
                () -> find.snapshot().forShare(),
                () -> find.snapshot().forKeyShare())) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage(
                            "Rows of Product are locked, but a snapshot is read only. Leave out the lock or snapshot().");
        }
    }

    @Test
    void aStreamOfLockedRowsNeedsATransaction() {
        StepVerifier.create(database.orm().find(PRODUCT).forUpdate().stream(2))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("orm.transaction(…)"));
        StepVerifier.create(database.orm()
                        .transaction(database.orm().find(PRODUCT).forUpdate().stream(2)
                                .count()))
                .expectNext(5L)
                .verifyComplete();
    }
}
