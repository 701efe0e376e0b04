package org.reactiveorm.query;

/**
 * What {@code include(…)} takes: a relation handle as it stands, or with filter, order, limit and further includes.
 *
 * @param <E> the entity that has the relation
 */
public sealed interface Includable<E> permits Include, RelationRef {

    /** The include that this is or stands for. */
    Include<E, ?> asInclude();
}
