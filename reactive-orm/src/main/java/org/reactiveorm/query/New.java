package org.reactiveorm.query;

/**
 * A new entity: a generated staged builder ({@code NewUser}) that has all required columns, or a {@link Draft}.
 *
 * @param <E> the entity
 */
public interface New<E> extends Nested<E> {}
