package org.reactiveorm.query;

import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
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

    /**
     * Refuses what is computed from no rows.
     *
     * @throws InvalidQueryException if the value is null, or a key, which related rows are not grouped by
     */
    public RelatedAggregate {
        InvalidQueryException.requireGiven(
                value, "An aggregate of related rows is null. Give one like POST.createdAt.max().");
        if (value instanceof GroupKey || (value instanceof Term<?, ?> term && term.value() instanceof GroupKey)) {
            throw new InvalidQueryException(
                    "%s is a key, but related rows are not grouped. Use an aggregate of it.".formatted(value),
                    ErrorContext.of(relation.owner()));
        }
    }

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
