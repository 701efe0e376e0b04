package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Nested;
import org.reactiveorm.query.UpdateAll;

/** What a unit of work did: rows as they are now, without their relations. */
public final class BatchResult {

    /** Drafts are equal to themselves only. */
    private final Map<Draft<?>, Object> made = new HashMap<>();

    private final Map<EntityModel<?>, List<Object>> inserted = new HashMap<>();
    private final Map<EntityModel<?>, List<?>> updated = new HashMap<>();
    private long deleted;

    BatchResult() {}

    /** Takes a new row; null if a trigger kept it out. */
    void inserted(Draft<?> draft, @Nullable Object entity) {
        if (entity != null) {
            made.put(draft, entity);
            inserted.computeIfAbsent(draft.entity(), unseen -> new ArrayList<>())
                    .add(entity);
        }
    }

    /** Takes the changed rows of an entity. */
    <E> void updated(UpdateAll<E> update, List<E> entities) {
        updated.put(update.rows().entity(), entities);
    }

    /** Takes the number of removed rows of an entity. */
    void deleted(long rows) {
        deleted += rows;
    }

    /**
     * The row that was made of a new entity, which may have been nested in another one.
     *
     * @throws InvalidQueryException if it was not a part of this unit of work, as a builder that was changed afterwards is not, or a
     *     trigger of the table kept the row out
     */
    @SuppressWarnings("unchecked") // each row stands beside its own draft
    public <E> E of(Nested<E> entity) {
        Draft<E> draft = InvalidQueryException.requireGiven(
                        entity, "The new entity is null. Give one that was inserted.")
                .draft();
        if (!made.containsKey(draft)) {
            throw new InvalidQueryException(
                    "This new %s was not inserted by this unit of work. Give the same object that was given to it."
                            .formatted(draft.entity().name()),
                    ErrorContext.of(draft.entity().name()));
        }
        return (E) made.get(draft);
    }

    /** The new rows of an entity: those that were given, in their order, then those that were nested. */
    @SuppressWarnings("unchecked") // each entity's rows stand beside it
    public <E> List<E> inserted(EntityRef<E, ?> entity) {
        return (List<E>) List.copyOf(inserted.getOrDefault(model(entity), List.of()));
    }

    /** The updated rows of an entity in the order given. */
    @SuppressWarnings("unchecked") // each entity's rows stand beside it
    public <E> List<E> updated(EntityRef<E, ?> entity) {
        return (List<E>) List.copyOf(updated.getOrDefault(model(entity), List.of()));
    }

    private static EntityModel<?> model(EntityRef<?, ?> entity) {
        return InvalidQueryException.requireGiven(
                        entity, "The entity is null. Give the constant of its generated model.")
                .model();
    }

    /** How many rows were inserted, without those of join tables. */
    public long insertedCount() {
        return made.size();
    }

    /** How many rows were updated. */
    public long updatedCount() {
        return updated.values().stream().mapToLong(List::size).sum();
    }

    /** How many rows were removed, or marked as deleted. */
    public long deletedCount() {
        return deleted;
    }
}
