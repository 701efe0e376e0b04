package org.reactiveorm.recipes;

import static org.reactiveorm.recipes.Job_.JOB;

import java.time.Instant;
import java.util.function.Function;
import org.reactiveorm.ReactiveOrm;
import reactor.core.publisher.Mono;

/** Hands each job to one worker. */
final class JobQueue {

    private final ReactiveOrm orm;

    JobQueue(ReactiveOrm orm) {
        this.orm = orm;
    }

    // tag::queue[]
    /** Does the oldest job that nobody else is at, and answers it; empty if there is none. */
    Mono<Job> work(Function<Job, Mono<Void>> worker) {
        return orm.find(JOB)
                .where(JOB.doneAt.isNull())
                .orderBy(JOB.createdAt.asc(), JOB.id.asc())
                .forUpdate()
                .skipLocked()
                .first()
                .flatMap(job -> worker.apply(job)
                        .then(orm.update(JOB)
                                .byId(job.id())
                                .set(JOB.doneAt.to(Instant.now()))
                                .one()))
                .as(orm::transaction); // an error or a cancelled subscription gives the job back
    }
    // end::queue[]
}
