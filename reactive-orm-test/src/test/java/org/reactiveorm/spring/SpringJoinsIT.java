package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactiveorm.spring.SpringPool.Manager;
import org.reactiveorm.transaction.CurrentTransaction;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What is done in transactions of Spring, by us and by others, stays or goes together, whoever manages them and however they end. */
@Timeout(60)
class SpringJoinsIT {

    private static final RuntimeException STOP = new IllegalStateException("stop");

    /** What is done, which rows are there after a commit, and which otherwise. */
    enum Work {
        OURS(pool -> pool.insert(1), List.of(1), List.of()),
        SPRINGS(pool -> pool.insertOfSpring(1), List.of(1), List.of()),
        BOTH(pool -> pool.insert(1).then(pool.insertOfSpring(2)).then(pool.insert(3)), List.of(1, 2, 3), List.of()),
        OUR_TRANSACTION(
                pool -> pool.orm().transaction(pool.insert(1)).then(pool.insertOfSpring(2)), List.of(1, 2), List.of()),
        SAVEPOINT(
                pool -> pool.insert(1)
                        .then(pool.orm()
                                .transaction(
                                        TransactionOptions.savepoint(),
                                        pool.insert(2).then(Mono.<Long>error(STOP)))
                                .onErrorReturn(0L))
                        .then(pool.insertOfSpring(3)),
                List.of(1, 3),
                List.of()),
        SEPARATE(
                pool -> pool.insert(1).then(pool.orm().transaction(TransactionOptions.separate(), pool.insert(2))),
                List.of(1, 2),
                List.of(2)),
        HOOKS(pool -> pool.insert(1).then(hooks(pool)), List.of(1, 2, 3), List.of(4)),
        HOOKS_OF_A_SAVEPOINT(
                pool -> pool.insert(1).then(pool.orm().transaction(TransactionOptions.savepoint(), hooks(pool))),
                List.of(1, 2, 3),
                List.of(4));

        private final Function<SpringPool, Mono<Long>> in;
        private final List<Integer> afterCommit;
        private final List<Integer> afterRollback;

        Work(Function<SpringPool, Mono<Long>> in, List<Integer> afterCommit, List<Integer> afterRollback) {
            this.in = in;
            this.afterCommit = afterCommit;
            this.afterRollback = afterRollback;
        }

        private static Mono<Long> hooks(SpringPool pool) {
            CurrentTransaction current = pool.orm().currentTransaction();
            return Mono.when(
                            current.beforeCommit(pool.insert(2)),
                            current.afterCommit(pool.insert(3)),
                            current.afterRollback(pool.insert(4)))
                    .thenReturn(1L);
        }
    }

    /** How a transaction ends. */
    enum End {
        COMPLETE {
            @Override
            void of(Mono<Long> work, SpringPool pool) {
                StepVerifier.create(work.as(pool.required()::transactional))
                        .expectNextCount(1)
                        .verifyComplete();
            }
        },
        ERROR {
            @Override
            void of(Mono<Long> work, SpringPool pool) {
                StepVerifier.create(work.then(Mono.error(STOP)).as(pool.required()::transactional))
                        .verifyErrorMessage("stop");
            }
        },
        CANCEL {
            @Override
            void of(Mono<Long> work, SpringPool pool) {
                Sinks.Empty<Void> done = Sinks.empty();
                Flux.from(work.doOnSuccess(value -> done.tryEmitEmpty())
                                .then(Mono.never())
                                .as(pool.required()::transactional))
                        .takeUntilOther(done.asMono())
                        .blockLast(SpringPool.PATIENCE);
            }
        },
        TIMEOUT {
            @Override
            void of(Mono<Long> work, SpringPool pool) {
                StepVerifier.create(work.then(pool.orm()
                                        .sql("select 1 from pg_sleep(0.6)")
                                        .execute())
                                .as(pool.required()::transactional)
                                .timeout(Duration.ofMillis(300)))
                        .verifyError(TimeoutException.class);
            }
        };

        abstract void of(Mono<Long> work, SpringPool pool);
    }

    static Stream<Arguments> all() {
        return Stream.of(Manager.values())
                .flatMap(manager -> Stream.of(End.values())
                        .flatMap(end -> Stream.of(Work.values()).map(work -> Arguments.of(manager, end, work))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsDoneTogetherStaysTogether(Manager manager, End end, Work work) {
        try (SpringPool pool = SpringPool.of(manager, "maxSize=2")) {
            pool.createTable();
            end.of(work.in.apply(pool), pool);
            pool.assertClean();
            assertThat(pool.rows()).isEqualTo(end == End.COMPLETE ? work.afterCommit : work.afterRollback);
        }
    }
}
