package org.reactiveorm.model;

/**
 * Gives an entity its loaded relations: a record is copied, a mutable object is changed in place.
 *
 * @param <E> the entity
 */
@FunctionalInterface
public interface Attacher<E> {

    /** The entity with the handles that were loaded; the others stay as they are. */
    E attach(E entity, Handles handles);
}
