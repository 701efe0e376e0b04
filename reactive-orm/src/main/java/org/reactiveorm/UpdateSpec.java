package org.reactiveorm;

import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Includable;

/**
 * Changes rows in one statement and answers them as they are now. Without any {@link #set} nothing is changed and the rows
 * are answered as they are. Immutable.
 *
 * @param <E> the entity
 */
public interface UpdateSpec<E> extends Results<E> {

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SuppressWarnings("unchecked") // only read
    UpdateSpec<E> where(Condition<E>... conditions);

    /** Sets columns, after those of earlier calls; setting a column twice is an error. */
    @SuppressWarnings("unchecked") // only read
    UpdateSpec<E> set(Assignment<E>... assignments);

    /** Loads these relations for the answer, in the same transaction. */
    @SuppressWarnings("unchecked") // only read
    UpdateSpec<E> include(Includable<E>... relations);
}
