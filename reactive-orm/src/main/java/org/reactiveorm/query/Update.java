package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.EntityModel;

/**
 * A change of all rows for which a condition holds.
 *
 * @param entity the entity
 * @param where which rows
 * @param assignments the new values; none: nothing is changed
 * @param includes the relations that are loaded for the answer
 * @param <E> the entity
 */
public record Update<E>(
        EntityModel<E> entity, Condition<E> where, List<Assignment<E>> assignments, List<Include<E, ?>> includes) {

    /** Keeps its own copies. */
    public Update {
        assignments = List.copyOf(assignments);
        includes = List.copyOf(includes);
    }
}
