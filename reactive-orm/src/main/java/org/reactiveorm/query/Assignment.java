package org.reactiveorm.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * A column and its new value.
 *
 * @param property the column
 * @param value the value, computed from the row as it was
 * @param <E> the entity
 */
public record Assignment<E>(Property<E, ?> property, Expression<E, ?> value) implements Change<E> {

    /**
     * One assignment for each column: those that change parts of one document become one, in their order.
     *
     * @throws InvalidQueryException if a column is set twice, or as a whole and in parts
     */
    public static <E> List<Assignment<E>> combined(EntityModel<E> entity, List<Assignment<E>> assignments) {
        Map<Property<E, ?>, Assignment<E>> all = new LinkedHashMap<>();
        for (Assignment<E> assignment : assignments) {
            all.merge(assignment.property, assignment, (first, later) -> first.then(entity, later));
        }
        return List.copyOf(all.values());
    }

    private Assignment<E> then(EntityModel<E> entity, Assignment<E> later) {
        if (value instanceof JsonChange<E, ?> first && later.value instanceof JsonChange<E, ?> second) {
            return new Assignment<>(property, first.then(second));
        }
        boolean isInParts = value instanceof JsonChange || later.value instanceof JsonChange;
        throw new InvalidQueryException(
                (isInParts
                                ? "%s.%s is set as a whole and in parts in one update. Leave one of them out."
                                : "%s.%s is set twice in one update. Leave one of them out.")
                        .formatted(entity.name(), property.name()),
                ErrorContext.of(entity.name()).withProperties(List.of(property.name())));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<E, R> visitor) {
        return visitor.assignment(this);
    }
}
