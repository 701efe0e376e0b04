package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
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
public record Assignment<E>(Property<E, ?> property, Expression<E, ?> value) {

    /**
     * One assignment for each column: those that change parts of one document become one, in their order.
     *
     * @throws InvalidQueryException if a column is set twice, or as a whole and in parts
     */
    public static <E> List<Assignment<E>> combined(EntityModel<E> entity, List<Assignment<E>> assignments) {
        int[] places = new int[entity.properties().size()];
        List<Assignment<E>> all = new ArrayList<>(assignments.size());
        for (Assignment<E> assignment : assignments) {
            int index = assignment.property.index();
            if (places[index] == 0) {
                all.add(assignment);
                places[index] = all.size();
            } else {
                all.set(places[index] - 1, all.get(places[index] - 1).then(entity, assignment));
            }
        }
        return List.copyOf(all);
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
}
