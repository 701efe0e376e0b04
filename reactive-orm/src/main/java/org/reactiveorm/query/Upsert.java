package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Relation;

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

    /**
     * Keeps its own copies.
     *
     * @throws InvalidQueryException if rows are skipped by any key, and there are others nested in one
     */
    public Upsert {
        drafts = List.copyOf(drafts);
        related = List.copyOf(related);
        if (conflict.key() == null) {
            drafts.forEach(draft -> draft.attachments().forEach(nested -> requireNone(nested.relation())));
        }
    }

    private static void requireNone(Relation<?, ?> relation) {
        throw new InvalidQueryException(
                "%s.%s: an entity that may be there already cannot be created together with others. Create those in a statement of their own, in a transaction around both."
                        .formatted(relation.owner(), relation.name()),
                ErrorContext.of(relation.owner()).withProperties(List.of(relation.name())));
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
