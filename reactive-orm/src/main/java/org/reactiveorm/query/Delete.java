package org.reactiveorm.query;

import org.reactiveorm.model.EntityModel;

/**
 * The removal of all rows for which a condition holds, or of some of them.
 *
 * @param entity the entity
 * @param where which rows
 * @param choice which of the rows for which the condition holds
 * @param <E> the entity
 */
public record Delete<E>(EntityModel<E> entity, Condition<E> where, Choice<E> choice) {

    /** The removal of all rows for which the condition holds. */
    public Delete(EntityModel<E> entity, Condition<E> where) {
        this(entity, where, Choice.all());
    }

    /** The same, restricted further. */
    public Delete<E> and(Condition<E> condition) {
        return new Delete<>(entity, where.and(condition), choice);
    }

    /** The same of others of the rows for which the condition holds. */
    public Delete<E> choosing(Choice<E> other) {
        return new Delete<>(entity, where, other);
    }

    /** The rows that are removed, as a query. */
    public Query<E> rows() {
        return choice.of(Query.of(entity).and(where));
    }
}
