package org.reactiveorm;

import org.reactiveorm.query.Includable;

/**
 * Inserts new entities, all of them or none, and answers them in the order given with all that the database made.
 * Immutable.
 *
 * @param <E> the entity
 */
public interface InsertSpec<E> extends Results<E> {

    /** Loads these relations for the answer, in the same transaction. */
    @SuppressWarnings("unchecked") // only read
    InsertSpec<E> include(Includable<E>... relations);
}
