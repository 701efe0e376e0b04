package org.reactiveorm;

import org.reactiveorm.query.Condition;

/**
 * The start of an {@code update} or {@code delete}, which has no terminal until it was said which rows are meant: an
 * unfiltered change does not compile by accident.
 *
 * @param <E> the entity
 * @param <I> the type of its id
 * @param <S> what comes next
 */
public interface ChangeRootSpec<E, I, S> {

    /** The row with this id. */
    S byId(I id);

    /** The rows for which all conditions hold. */
    @SuppressWarnings("unchecked") // only read
    S where(Condition<E>... conditions);

    /** All rows of the table. */
    S everything();
}
