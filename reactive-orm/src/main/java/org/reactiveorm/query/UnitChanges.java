package org.reactiveorm.query;

import java.util.List;

/**
 * What a unit of work changes, before anything is said about the order.
 *
 * @param inserts the new entities in the order given; one that is given or nested twice is one row
 * @param relatings what is related to new entities beside what is nested in them
 * @param updates the entities that are changed, once for each entity class
 * @param deletes the entities that are removed, once for each entity class
 */
public record UnitChanges(
        List<Draft<?>> inserts, List<Relating<?>> relatings, List<UpdateAll<?>> updates, List<GivenRows<?>> deletes) {

    /** Keeps its own copies. */
    public UnitChanges {
        inserts = List.copyOf(inserts);
        relatings = List.copyOf(relatings);
        updates = List.copyOf(updates);
        deletes = List.copyOf(deletes);
    }

    /**
     * A new entity and what is related to it.
     *
     * @param draft the new entity
     * @param attachment what is related to it
     * @param <E> its class
     */
    public record Relating<E>(Draft<E> draft, Attachment<E, ?> attachment) {}

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return inserts.isEmpty() && relatings.isEmpty() && updates.isEmpty() && deletes.isEmpty();
    }
}
