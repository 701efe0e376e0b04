package org.reactiveorm.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;

/**
 * What becomes of a new row whose key is there already: the clause ON CONFLICT (PostgreSQL, INSERT).
 *
 * @param <E> the entity
 */
public sealed interface Conflict<E> {

    /** The key whose conflicts are meant, or null for all keys of the table. */
    @Nullable
    Key<E> key();

    /** Answers by kind. */
    <R> R accept(Visitor<E, R> visitor);

    /**
     * The new row is left out.
     *
     * @param key the key, or null for all keys of the table
     * @param <E> the entity
     */
    record Skip<E>(@Nullable Key<E> key) implements Conflict<E> {

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.skip(this);
        }
    }

    /**
     * The row that is there is answered as it is.
     *
     * @param key the key
     * @param <E> the entity
     */
    record Keep<E>(Key<E> key) implements Conflict<E> {

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.keep(this);
        }
    }

    /**
     * The row that is there is changed.
     *
     * @param key the key
     * @param assignments the new values, at least one
     * @param where which rows are changed
     * @param <E> the entity
     */
    record Change<E>(Key<E> key, List<Assignment<E>> assignments, Condition<E> where) implements Conflict<E> {

        /** Keeps its own copy. */
        public Change {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.change(this);
        }
    }

    /**
     * The row that is there is changed, or kept if there are no assignments.
     *
     * @throws InvalidQueryException if a column of the key is set to another value than the one that it was found by
     */
    static <E> Conflict<E> changing(EntityModel<E> entity, Key<E> key, List<Assignment<E>> assignments) {
        for (Assignment<E> assignment : assignments) {
            if (key.properties().contains(assignment.property()) && !(assignment.value() instanceof Excluded)) {
                throw refused(
                        entity,
                        assignment.property(),
                        "is of the key that the upsert finds rows by, so that it cannot set it to another value. Use toExcluded(), or an update.");
            }
        }
        return assignments.isEmpty() ? new Keep<>(key) : new Change<>(key, assignments, Condition.always());
    }

    private static InvalidQueryException refused(EntityModel<?> entity, Property<?, ?> property, String why) {
        return new InvalidQueryException(
                "%s.%s %s".formatted(entity.name(), property.name(), why),
                ErrorContext.of(entity.name()).withProperties(List.of(property.name())));
    }

    /** One case for each kind. */
    interface Visitor<E, R> {
        /** The new row is left out. */
        R skip(Skip<E> skip);

        /** The row that is there is answered. */
        R keep(Keep<E> keep);

        /** The row that is there is changed. */
        R change(Change<E> change);
    }
}
