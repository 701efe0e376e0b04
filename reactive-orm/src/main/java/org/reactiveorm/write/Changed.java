package org.reactiveorm.write;

/**
 * An entity before and after a change. The first is the row that was replaced: as it was when the change had locked it, whatever
 * others did to it until then.
 *
 * @param before the entity as it was
 * @param after the entity as it is now
 * @param <E> the entity
 */
public record Changed<E>(E before, E after) {}
