package org.reactiveorm;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Upsert;
import org.reactiveorm.sql.UpsertRenderer.Answer;
import org.reactiveorm.write.Upserted;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an upsert answers: the entities. */
record UpsertResults<E>(Engine engine, Upsert<E> upsert, List<Include<E, ?>> includes) implements Results<E> {

    @Override
    public Mono<E> one() {
        return results().one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return one().switchIfEmpty(nothing(upsert));
    }

    static <T> Mono<T> nothing(Upsert<?> upsert) {
        String message = upsert.drafts().isEmpty()
                ? "No %s was given to upsert."
                : "The upsert of %s has inserted and changed nothing: there is a row with the key already, and it is left as it is.";
        return Mono.error(() -> new NotFoundException(
                message.formatted(upsert.entity().name()),
                ErrorContext.of(upsert.entity().name())));
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
        return engine.writer().upsertCount(upsert);
    }

    private ChangeResults<E> results() {
        Mono<List<E>> entities = engine.writer()
                .upsert(upsert, Answer.ROWS)
                .map(rows -> rows.stream().map(Upserted::entity).toList());
        return new ChangeResults<>(engine, upsert.entity(), entities, includes, certainty(upsert));
    }

    static ChangeResults.Certainty certainty(Upsert<?> upsert) {
        return upsert.drafts().size() == 1 ? ChangeResults.Certainty.AT_MOST_ONE : ChangeResults.Certainty.ANY_NUMBER;
    }
}
