package org.reactiveorm;

import java.util.Arrays;
import java.util.List;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Constant;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.UniqueMatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A delete on its way. */
record DefaultDeleteSpec<E>(Runtime runtime, Delete<E> delete, NotFound notFound) implements DeleteSpec<E> {

    @Override
    @SafeVarargs
    public final DeleteSpec<E> where(Condition<E>... conditions) {
        Condition<E> both = delete.where().and(Condition.all(Arrays.asList(conditions)));
        return new DefaultDeleteSpec<>(runtime, new Delete<>(delete.entity(), both), notFound);
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
        return isEmpty() ? Mono.just(0L) : runtime.writer().deleteCount(delete);
    }

    private boolean isEmpty() {
        return delete.where() instanceof Constant<E> constant && !constant.value();
    }

    private ChangeResults<E> results() {
        ChangeResults.Certainty certainty = UniqueMatch.isUnique(delete.entity(), delete.where())
                ? ChangeResults.Certainty.AT_MOST_ONE
                : ChangeResults.Certainty.ANY_NUMBER;
        Flux<E> rows = isEmpty() ? Flux.empty() : runtime.writer().delete(delete);
        return new ChangeResults<>(runtime, delete.entity(), rows, List.of(), certainty);
    }
}
