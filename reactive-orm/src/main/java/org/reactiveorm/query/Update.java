package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.EntityModel;

/**
 * A change of all rows for which a condition holds, or of some of them.
 *
 * @param entity the entity
 * @param where which rows
 * @param assignments the new values, one for each column; none: nothing is changed
 * @param includes the relations that are loaded for the answer
 * @param choice which of the rows for which the condition holds
 * @param <E> the entity
 */
public record Update<E>(
        EntityModel<E> entity,
        Condition<E> where,
        List<Assignment<E>> assignments,
        List<Include<E, ?>> includes,
        Choice<E> choice) {

    /**
     * Keeps its own copies.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a column is set twice, or as a whole and in parts
     */
    public Update {
        assignments = Assignment.combined(entity, assignments);
        includes = List.copyOf(includes);
    }

    /** A change of all rows for which the condition holds. */
    public Update(
            EntityModel<E> entity, Condition<E> where, List<Assignment<E>> assignments, List<Include<E, ?>> includes) {
        this(entity, where, assignments, includes, Choice.all());
    }

    /** Nothing is changed yet. */
    public static <E> Update<E> of(EntityModel<E> entity, Condition<E> where) {
        return new Update<>(entity, where, List.of(), List.of());
    }

    /** The same, restricted further. */
    public Update<E> and(Condition<E> condition) {
        return new Update<>(entity, where.and(condition), assignments, includes, choice);
    }

    /**
     * The same with more new values.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null, or a column is set twice, or as a whole and in parts
     */
    @SafeVarargs
    public final Update<E> setting(Assignment<E>... more) {
        List<Assignment<E>> all = new ArrayList<>(assignments);
        all.addAll(Operands.assignments(more));
        return assigning(all);
    }

    /** The same with other new values. */
    public Update<E> assigning(List<Assignment<E>> others) {
        return new Update<>(entity, where, others, includes, choice);
    }

    /**
     * The same with more relations.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is included twice
     */
    public Update<E> including(List<Include<E, ?>> more) {
        return new Update<>(entity, where, assignments, rows().including(more).includes(), choice);
    }

    /** The same of others of the rows for which the condition holds. */
    public Update<E> choosing(Choice<E> other) {
        return new Update<>(entity, where, assignments, includes, other);
    }

    /** The rows that are changed, as a query with the relations for the answer. */
    public Query<E> rows() {
        return choice.of(Query.of(entity).and(where)).including(includes);
    }
}
