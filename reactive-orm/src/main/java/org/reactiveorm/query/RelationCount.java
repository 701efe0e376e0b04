package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Relation;

/**
 * The number of related rows for which a condition holds; 0 without any.
 *
 * @param relation the relation
 * @param condition which related rows count
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record RelationCount<E, C>(Relation<E, C> relation, Condition<C> condition)
        implements NumberExpression<E, Long> {

    @Override
    public ColumnType<Long> type() {
        return ColumnTypes.LONG;
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.relationCount(this);
    }
}
