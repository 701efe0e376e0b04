package org.reactiveorm;

import java.util.List;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Upsert;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inserts the entities whose keys are not there yet and answers those, in the order given: {@code ON CONFLICT DO NOTHING}. One
 * statement for each set of columns that the entities give, in a transaction if there are several. Immutable.
 *
 * <p>The order is known where the entities give the primary key or another unique key, or the database draws the id from a
 * sequence; elsewhere it is the order of execution, which is one set of columns after the other.
 *
 * @param <E> the entity
 */
public final class SkipDuplicatesSpec<E> implements Results<E> {

    private final Engine engine;
    private final List<Draft<E>> drafts;
    private final List<Include<E, ?>> includes;
    private final Results<E> results;

    SkipDuplicatesSpec(Engine engine, List<Draft<E>> drafts, List<Include<E, ?>> includes) {
        this.engine = engine;
        this.drafts = drafts;
        this.includes = includes;
        // without an entity there is no model to make an upsert of
        this.results = drafts.isEmpty()
                ? new InsertSpec<>(engine, drafts, includes)
                : new UpsertResults<>(
                        engine, new Upsert<>(drafts.get(0).entity(), drafts, new Conflict.Skip<>(null)), includes);
    }

    /**
     * Loads these relations for the answer, in the same transaction.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final SkipDuplicatesSpec<E> include(Includable<E>... relations) {
        if (drafts.isEmpty()) {
            return this;
        }
        Query<E> answer = Query.of(drafts.get(0).entity()).including(includes).including(Include.all(relations));
        return new SkipDuplicatesSpec<>(engine, drafts, answer.includes());
    }

    @Override
    public Mono<E> one() {
        return results.one();
    }

    @Override
    public Mono<E> oneOrFail() {
        return results.oneOrFail();
    }

    @Override
    public Mono<E> first() {
        return results.first();
    }

    @Override
    public Flux<E> all() {
        return results.all();
    }

    /** The number of entities that were inserted, which do not come back. */
    @Override
    public Mono<Long> count() {
        return results.count();
    }
}
