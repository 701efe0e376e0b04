package org.reactiveorm.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.recipes.Job_.JOB;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class JobQueueIT {

    private static final int JOBS = 120;
    private static final int WORKERS = 8;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private JobQueue queue;

    @BeforeEach
    void create() {
        queue = new JobQueue(database.orm());
    }

    private static void insert(int jobs) {
        database.orm()
                .insertAll(IntStream.range(0, jobs)
                        .mapToObj(i -> NewJob.task("task " + i))
                        .toList())
                .all()
                .blockLast();
    }

    @Test
    void eightWorkersDoEveryJobExactlyOnceAndAtTheSameTime() {
        insert(JOBS);
        Queue<Long> done = new ConcurrentLinkedQueue<>();
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Mono<Void> everyoneIsAtWork = meeting(WORKERS);
        Mono<Long> worker = queue.work(job -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    return everyoneIsAtWork.doFinally(end -> atWork.decrementAndGet());
                })
                .doOnNext(job -> done.add(job.id()))
                .repeatWhen(completed -> completed.takeWhile(emitted -> emitted > 0))
                .count();
        StepVerifier.create(Flux.range(0, WORKERS).flatMap(i -> worker, WORKERS).reduce(0L, Long::sum))
                .expectNext((long) JOBS)
                .verifyComplete();
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, JOBS).boxed().toList());
        assertThat(most).hasValue(WORKERS);
        assertThat(database.orm().find(JOB).where(JOB.doneAt.isNull()).count().block())
                .isZero();
    }

    /** Completes for all when as many have come. */
    private static Mono<Void> meeting(int expected) {
        Sinks.Empty<Void> all = Sinks.empty();
        AtomicInteger present = new AtomicInteger();
        return Mono.defer(() -> {
            if (present.incrementAndGet() == expected) {
                all.tryEmitEmpty();
            }
            return all.asMono();
        });
    }

    @Test
    void aJobThatFailsOrIsCancelledIsGivenBack() {
        insert(1);
        StepVerifier.create(queue.work(job -> Mono.error(new IllegalStateException("broken"))))
                .verifyErrorMessage("broken");
        Sinks.Empty<Void> started = Sinks.empty();
        StepVerifier.create(queue.work(job -> {
                    started.tryEmitEmpty();
                    return Mono.never();
                }))
                .expectSubscription()
                .then(() -> started.asMono().block())
                .thenCancel()
                .verify();
        StepVerifier.create(queue.work(job -> Mono.empty()).repeatWhenEmpty(40, empty -> empty))
                .assertNext(job -> assertThat(job.doneAt()).isNotNull())
                .verifyComplete();
        StepVerifier.create(queue.work(job -> Mono.empty())).verifyComplete();
    }

    @Test
    void jobsAreTakenInTheirOrder() {
        insert(5);
        assertThat(queue.work(job -> Mono.empty())
                        .repeat(4)
                        .map(Job::task)
                        .collectList()
                        .block())
                .isEqualTo(List.of("task 0", "task 1", "task 2", "task 3", "task 4"));
    }
}
