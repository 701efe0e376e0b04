package org.reactiveorm;

import org.reactiveorm.query.Condition;

/**
 * Removes rows in one statement and answers them as they were. Immutable.
 *
 * @param <E> the entity
 */
public interface DeleteSpec<E> extends Results<E> {

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SuppressWarnings("unchecked") // only read
    DeleteSpec<E> where(Condition<E>... conditions);
}
