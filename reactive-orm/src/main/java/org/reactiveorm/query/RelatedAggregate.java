package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.Relation;

/**
 * A value computed from all related rows for which a condition holds.
 *
 * @param relation the relation
 * @param value what is computed
 * @param condition which related rows take part
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <T> the Java type of the value
 */
public record RelatedAggregate<E, C, T>(
        Relation<E, C> relation, Expression<Grouped<C>, T> value, Condition<C> condition) implements Expression<E, T> {

    @Override
    public ColumnType<T> type() {
        return value.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.relatedAggregate(this);
    }

    @Override
    public String toString() {
        return relation.owner() + "." + relation.name() + " → " + Operands.label(value);
    }
}
