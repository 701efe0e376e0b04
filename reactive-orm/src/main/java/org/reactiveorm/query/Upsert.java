package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;

/**
 * New entities, and what becomes of those whose key is there already.
 *
 * @param entity the entity
 * @param drafts the new entities in the order of the answer
 * @param conflict what becomes of those whose key is there
 * @param <E> the entity
 */
public record Upsert<E>(EntityModel<E> entity, List<Draft<E>> drafts, Conflict<E> conflict) {

    /**
     * Keeps its own copy.
     *
     * @throws InvalidQueryException if there are entities nested in a new one
     */
    public Upsert {
        drafts = List.copyOf(drafts);
        for (Draft<E> draft : drafts) {
            for (Attachment<E, ?> nested : draft.attachments()) {
                throw new InvalidQueryException(
                        "%s.%s: an entity that may be there already cannot be created together with others. Create those in a statement of their own, in a transaction around both."
                                .formatted(entity.name(), nested.relation().name()),
                        ErrorContext.of(entity.name())
                                .withProperties(List.of(nested.relation().name())));
            }
        }
    }

    /** The same with another way to deal with keys that are there. */
    public Upsert<E> on(Conflict<E> other) {
        return new Upsert<>(entity, drafts, other);
    }
}
