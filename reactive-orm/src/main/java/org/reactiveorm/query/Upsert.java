package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.EntityModel;

/**
 * New entities, and what becomes of those whose key is there already.
 *
 * @param entity the entity
 * @param drafts the new entities in the order of the answer
 * @param conflict what becomes of those whose key is there
 * @param related what is done with rows that are related to one that is there
 * @param <E> the entity
 */
public record Upsert<E>(
        EntityModel<E> entity, List<Draft<E>> drafts, Conflict<E> conflict, List<RelatedChange<E, ?>> related) {

    /** Keeps its own copies. */
    public Upsert {
        drafts = List.copyOf(drafts);
        related = List.copyOf(related);
    }

    /** Nothing is done with related rows. */
    public Upsert(EntityModel<E> entity, List<Draft<E>> drafts, Conflict<E> conflict) {
        this(entity, drafts, conflict, List.of());
    }

    /** The same with another way to deal with keys that are there. */
    public Upsert<E> on(Conflict<E> other) {
        return new Upsert<>(entity, drafts, other, related);
    }

    /** The same with changes of related rows. */
    public Upsert<E> changing(List<RelatedChange<E, ?>> changes) {
        return new Upsert<>(entity, drafts, conflict, changes);
    }

    /** Whether something is done with rows that are related to the new ones, or to those that are there. */
    public boolean isNested() {
        return !related.isEmpty()
                || drafts.stream().anyMatch(draft -> !draft.attachments().isEmpty());
    }
}
