package org.reactiveorm.query;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;

/**
 * A column and its new value.
 *
 * @param property the column
 * @param value the value, computed from the row as it was
 * @param <E> the entity
 */
public record Assignment<E>(Property<E, ?> property, Expression<E, ?> value) implements Change<E> {

    @Override
    public <R extends @Nullable Object> R accept(Visitor<E, R> visitor) {
        return visitor.assignment(this);
    }
}
