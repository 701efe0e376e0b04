package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.Property;

/**
 * A column of JSON.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param <E> the entity
 * @param <T> the Java type that the JSON is read into
 */
public record JsonColumn<E, T>(String entity, Property<E, T> property) implements Column<E, T>, JsonExpression<E> {

    @Override
    public JsonColumn<E, T> column() {
        return this;
    }

    @Override
    public List<Object> steps() {
        return List.of();
    }

    @Override
    public Assignment<E> toJsonNull() {
        return new Assignment<>(property, JsonOperands.jsonNull());
    }

    /** The column as {@code jsonb}, which is what has the operators. */
    Expression<E, T> json() {
        return type().sqlType().equals("jsonb") ? this : SqlExpression.of(type(), "?::jsonb", this);
    }

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
