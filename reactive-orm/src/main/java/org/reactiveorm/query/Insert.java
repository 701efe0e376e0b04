package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.EntityModel;

/**
 * New entities, all of them or none.
 *
 * @param entity the entity
 * @param drafts the new entities in the order of the answer
 * @param <E> the entity
 */
public record Insert<E>(EntityModel<E> entity, List<Draft<E>> drafts) {

    /** Keeps its own copy. */
    public Insert {
        drafts = List.copyOf(drafts);
    }
}
