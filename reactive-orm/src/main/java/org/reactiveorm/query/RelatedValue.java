package org.reactiveorm.query;

import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.Relation;

/**
 * A value of the row that a to-one relation leads to; NULL without such a row.
 *
 * @param relation the relation
 * @param value the value, computed from the related row
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <T> the Java type of the value
 */
public record RelatedValue<E, C, T>(Relation<E, C> relation, Expression<C, T> value) implements Expression<E, T> {

    /**
     * Refuses null.
     *
     * @throws InvalidQueryException if the value is null
     */
    public RelatedValue {
        InvalidQueryException.requireGiven(
                value, "A value of a related row is null. Give a column like USER.username.");
    }

    @Override
    public ColumnType<T> type() {
        return value.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.relatedValue(this);
    }

    @Override
    public String toString() {
        return relation.owner() + "." + relation.name() + " → " + Operands.label(value);
    }
}
