package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;

/**
 * A change of all rows for which a condition holds, or of some of them.
 *
 * @param entity the entity
 * @param where which rows
 * @param assignments the new values, one for each column; none: nothing is changed
 * @param related what is done with related rows
 * @param includes the relations that are loaded for the answer
 * @param choice which of the rows for which the condition holds
 * @param <E> the entity
 */
public record Update<E>(
        EntityModel<E> entity,
        Condition<E> where,
        List<Assignment<E>> assignments,
        List<RelatedChange<E, ?>> related,
        List<Include<E, ?>> includes,
        Choice<E> choice) {

    /**
     * Keeps its own copies.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a column is set twice, or as a whole and in parts
     */
    public Update {
        assignments = Assignment.combined(entity, assignments);
        related = List.copyOf(related);
        includes = List.copyOf(includes);
    }

    /** A change of all rows for which the condition holds. */
    public Update(
            EntityModel<E> entity, Condition<E> where, List<Assignment<E>> assignments, List<Include<E, ?>> includes) {
        this(entity, where, assignments, List.of(), includes, Choice.all());
    }

    /** Nothing is changed yet. */
    public static <E> Update<E> of(EntityModel<E> entity, Condition<E> where) {
        return new Update<>(entity, where, List.of(), List.of());
    }

    /** The same, restricted further. */
    public Update<E> and(Condition<E> condition) {
        return new Update<>(entity, where.and(condition), assignments, related, includes, choice);
    }

    /**
     * The same with more new values and changes of related rows.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null, or a column is set twice, or as a whole and in parts
     */
    @SafeVarargs
    public final Update<E> setting(Change<E>... more) {
        return setting(Operands.changes(more));
    }

    /** {@link #setting(Change[])} of any number. */
    public Update<E> setting(Collection<? extends Change<E>> more) {
        Sorting<E> sorted = new Sorting<>(new ArrayList<>(assignments), new ArrayList<>(related));
        for (Change<E> change : InvalidQueryException.requireGiven(more, Operands.NO_CHANGE)) {
            InvalidQueryException.requireGiven(change, Operands.NO_CHANGE).accept(sorted);
        }
        return new Update<>(entity, where, sorted.assignments(), sorted.related(), includes, choice);
    }

    private record Sorting<E>(List<Assignment<E>> assignments, List<RelatedChange<E, ?>> related)
            implements Change.Visitor<E, Boolean> {

        @Override
        public Boolean assignment(Assignment<E> assignment) {
            return assignments.add(assignment);
        }

        @Override
        public Boolean expected(ExpectedVersion<E> version) {
            throw new InvalidQueryException(
                    "The version of the %s itself is expected with ifVersion(…) after byId(…), not within set(…)."
                            .formatted(version.column().entity()),
                    ErrorContext.of(version.column().entity()));
        }

        @Override
        public <C> Boolean related(RelatedChange<E, C> change) {
            return related.add(change);
        }
    }

    /** Whether nothing is changed. */
    public boolean isEmpty() {
        return assignments.isEmpty() && related.isEmpty();
    }

    /** The same with other new values. */
    public Update<E> assigning(List<Assignment<E>> others) {
        return new Update<>(entity, where, others, related, includes, choice);
    }

    /**
     * The same with more relations.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is included twice
     */
    public Update<E> including(List<Include<E, ?>> more) {
        return new Update<>(
                entity, where, assignments, related, rows().including(more).includes(), choice);
    }

    /** The same of others of the rows for which the condition holds. */
    public Update<E> choosing(Choice<E> other) {
        return new Update<>(entity, where, assignments, related, includes, other);
    }

    /** The rows that are changed, as a query with the relations for the answer. */
    public Query<E> rows() {
        return choice.of(Query.of(entity).and(where)).including(includes);
    }

    /** The same without changes of related rows. */
    public Update<E> withoutRelated() {
        return new Update<>(entity, where, assignments, List.of(), includes, choice);
    }

    /**
     * Checks for an answer that cannot be given after several statements.
     *
     * @throws InvalidQueryException if related rows are changed
     */
    public void requireNoRelated(String answer) {
        if (!related.isEmpty()) {
            throw new InvalidQueryException(
                    "%s cannot be answered where related rows are changed too. Leave out the change of %s.%s."
                            .formatted(
                                    answer,
                                    entity.name(),
                                    related.get(0).relation().name()),
                    ErrorContext.of(entity.name()));
        }
    }
}
