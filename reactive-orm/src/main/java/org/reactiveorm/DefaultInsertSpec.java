package org.reactiveorm;

import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An insert on its way. */
record DefaultInsertSpec<E>(Runtime runtime, Insert<E> insert) implements InsertSpec<E> {

    @Override
    @SafeVarargs
    public final InsertSpec<E> include(Includable<E>... relations) {
        // a query knows which includes go together
        Query<E> answer = Query.of(insert.entity()).including(insert.includes()).including(Include.all(relations));
        return new DefaultInsertSpec<>(runtime, new Insert<>(insert.entity(), insert.drafts(), answer.includes()));
    }

    @Override
    public Mono<E> one() {
        return results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return NotFound.matching(insert.entity()).orFail(one());
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
        return all().count();
    }

    private ChangeResults<E> results() {
        ChangeResults.Certainty certainty = insert.drafts().size() == 1
                ? ChangeResults.Certainty.AT_MOST_ONE
                : ChangeResults.Certainty.ANY_NUMBER;
        return new ChangeResults<>(
                runtime, insert.entity(), runtime.writer().insert(insert), insert.includes(), certainty);
    }
}
