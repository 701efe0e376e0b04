package org.reactiveorm;

/**
 * The start of a {@code find}, where the row can be named by its id.
 *
 * @param <E> the entity
 * @param <I> the type of its id
 */
public interface FindRootSpec<E, I> extends FindSpec<E> {

    /** Only the row with this id. */
    FindSpec<E> byId(I id);
}
