package org.reactiveorm;

import java.util.List;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Constant;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.UniqueMatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes rows in one statement and answers them as they were. Immutable.
 *
 * @param <E> the entity
 */
public final class DeleteSpec<E> implements Results<E> {

    private final Engine engine;
    private final Delete<E> delete;
    private final NotFound notFound;

    DeleteSpec(Engine engine, Delete<E> delete, NotFound notFound) {
        this.engine = engine;
        this.delete = delete;
        this.notFound = notFound;
    }

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SafeVarargs
    public final DeleteSpec<E> where(Condition<E>... conditions) {
        Condition<E> both = delete.where().and(Condition.all(conditions));
        return new DeleteSpec<>(engine, new Delete<>(delete.entity(), both), NotFound.matching(delete.entity()));
    }

    @Override
    public Mono<E> one() {
        return results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<E> first() {
        return results().first();
    }

    @Override
    public Flux<E> all() {
        return results().all();
    }

    @Override
    public Mono<Long> count() {
        return isEmpty() ? Mono.just(0L) : engine.writer().deleteCount(delete);
    }

    private boolean isEmpty() {
        return delete.where() instanceof Constant<E> constant && !constant.value();
    }

    private ChangeResults<E> results() {
        ChangeResults.Certainty certainty = UniqueMatch.isUnique(delete.entity(), delete.where())
                ? ChangeResults.Certainty.AT_MOST_ONE
                : ChangeResults.Certainty.ANY_NUMBER;
        Mono<List<E>> rows = isEmpty() ? Mono.just(List.of()) : engine.writer().delete(delete);
        return new ChangeResults<>(engine, delete.entity(), rows, List.of(), certainty);
    }
}
