package org.reactiveorm;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Upsert;
import org.reactiveorm.read.Reader;
import org.reactiveorm.sql.UpsertRenderer.Answer;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.write.Upserted;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an upsert answers: the entities, and what was done to each. */
record UpsertOutcomes<E>(Engine engine, Upsert<E> upsert, List<Include<E, ?>> includes)
        implements Results<Upserted<E>> {

    @Override
    public Mono<Upserted<E>> one() {
        Mono<Upserted<E>> only = Reader.only(complete(), upsert.entity().name());
        return UpsertResults.certainty(upsert) == ChangeResults.Certainty.AT_MOST_ONE && includes.isEmpty()
                ? only
                : inTransaction(only);
    }

    @Override
    public Mono<Upserted<E>> oneOrFail() {
        return one().switchIfEmpty(UpsertResults.nothing(upsert));
    }

    @Override
    public Mono<Upserted<E>> first() {
        return all().next();
    }

    @Override
    public Flux<Upserted<E>> all() {
        return (includes.isEmpty() ? rows() : inTransaction(complete())).flatMapIterable(list -> list);
    }

    @Override
    public Mono<Long> count() {
        return engine.writer().upsertCount(upsert);
    }

    private Mono<List<Upserted<E>>> rows() {
        return engine.writer().upsert(upsert, Answer.OUTCOMES);
    }

    private Mono<List<Upserted<E>>> complete() {
        return includes.isEmpty() ? rows() : rows().flatMap(this::withIncludes);
    }

    private Mono<List<Upserted<E>>> withIncludes(List<Upserted<E>> rows) {
        List<E> entities = rows.stream().map(Upserted::entity).toList();
        return engine.reader()
                .withIncludes(upsert.entity(), Mono.just(entities), includes)
                .map(loaded -> {
                    List<Upserted<E>> complete = new ArrayList<>(rows.size());
                    for (int i = 0; i < rows.size(); i++) {
                        complete.add(new Upserted<>(loaded.get(i), rows.get(i).outcome()));
                    }
                    return complete;
                });
    }

    private <T> Mono<T> inTransaction(Mono<T> work) {
        return engine.transactions().execute(TransactionOptions.defaults(), work);
    }
}
