package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.ExpectedVersion;
import org.reactiveorm.query.RelatedChange;

/**
 * What is done with one row, sorted by when it can be done.
 *
 * @param version the version that the row has to have, or null
 * @param assignments new values
 * @param keys changes of relations whose foreign key is in the row
 * @param others changes of relations whose foreign key is elsewhere
 * @param <E> the entity
 */
record Changes<E>(
        @Nullable ExpectedVersion<E> version,
        List<Assignment<E>> assignments,
        List<RelatedChange<E, ?>> keys,
        List<RelatedChange<E, ?>> others) {

    Changes {
        assignments = List.copyOf(assignments);
        keys = List.copyOf(keys);
        others = List.copyOf(others);
    }

    /**
     * Sorts changes.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a column is set twice
     */
    static <E> Changes<E> of(EntityModel<E> entity, List<? extends Change<E>> changes) {
        Sorting<E> sorting = new Sorting<>();
        changes.forEach(change -> change.accept(sorting));
        return new Changes<>(
                sorting.version, Assignment.combined(entity, sorting.assignments), sorting.keys, sorting.others);
    }

    private static final class Sorting<E> implements Change.Visitor<E, @Nullable Void> {

        private final List<Assignment<E>> assignments = new ArrayList<>();
        private final List<RelatedChange<E, ?>> keys = new ArrayList<>();
        private final List<RelatedChange<E, ?>> others = new ArrayList<>();
        private @Nullable ExpectedVersion<E> version;

        @Override
        public @Nullable Void assignment(Assignment<E> assignment) {
            assignments.add(assignment);
            return null;
        }

        @Override
        public @Nullable Void expected(ExpectedVersion<E> expected) {
            version = expected;
            return null;
        }

        @Override
        public <C> @Nullable Void related(RelatedChange<E, C> change) {
            (change.relation().hasForeignKey() ? keys : others).add(change);
            return null;
        }
    }

    /** Whether all of it is new values, which can be given in the statement that finds the row. */
    boolean needsNoKeys() {
        return keys.isEmpty();
    }

    /** Whether something is done with related rows. */
    boolean isNested() {
        return !keys.isEmpty() || !others.isEmpty();
    }

    /** The same when the row has its new values. */
    Changes<E> withoutAssignments() {
        return new Changes<>(version, List.of(), keys, others);
    }
}
