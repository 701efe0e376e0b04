package org.reactiveorm;

import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import reactor.core.publisher.Mono;

/**
 * Reads entities. Immutable: each method answers a new spec, so a half-built one can be kept, shared and branched.
 *
 * @param <E> the entity
 */
public interface FindSpec<E> extends Results<E> {

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SuppressWarnings("unchecked") // only read
    FindSpec<E> where(Condition<E>... conditions);

    /** Ordered by these terms, after those of earlier calls. */
    @SuppressWarnings("unchecked") // only read
    FindSpec<E> orderBy(Order<E>... terms);

    /**
     * Leaves out so many rows at the beginning.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    FindSpec<E> skip(long rows);

    /**
     * At most so many rows; 0 answers nothing and sends nothing.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    FindSpec<E> take(long rows);

    /**
     * Loads these relations too, at one statement each.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is included twice
     */
    @SuppressWarnings("unchecked") // only read
    FindSpec<E> include(Includable<E>... relations);

    /**
     * Reads only the columns that a {@code @Shape(of = …)} record names, into that record.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape of this entity
     */
    <S> Results<S> as(Class<S> shape);

    /** Whether there is any such row. */
    Mono<Boolean> exists();

    /** What is asked, as data. */
    Query<E> query();
}
