package org.reactiveorm.query;

/**
 * A new entity that may lack the key of the entity it is created with. Every {@link New} is one.
 *
 * @param <E> the entity
 */
public interface Nested<E> {

    /** The values and nested new entities. */
    Draft<E> draft();
}
