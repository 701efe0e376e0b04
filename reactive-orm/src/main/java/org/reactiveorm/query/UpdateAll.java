package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * A change of many rows, each to the values that its entity has, in one statement.
 *
 * @param rows the entities
 * @param columns the columns that are set
 * @param <E> the entity
 */
public record UpdateAll<E>(GivenRows<E> rows, List<Property<E, ?>> columns) {

    /**
     * Keeps its own copy, and checks the values.
     *
     * @throws InvalidQueryException if there is no column, or a value is null and its column is NOT NULL
     */
    public UpdateAll {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new InvalidQueryException(
                    "There is no column of %s to update beside its id. Name those that are to be updated."
                            .formatted(rows.entity().name()),
                    ErrorContext.of(rows.entity().name()));
        }
        for (int i = 0; i < rows.rows().size(); i++) {
            requireWritable(rows, columns, i);
        }
    }

    private static <E> void requireWritable(GivenRows<E> rows, List<Property<E, ?>> columns, int row) {
        try {
            columns.forEach(rows.rows().get(row)::requireWritable);
        } catch (InvalidQueryException e) {
            throw InputRow.of(row, rows.rows().size()).blamedFor(e);
        }
    }

    /**
     * All columns but the id, {@code @CreatedAt}, and what every update makes.
     *
     * @throws InvalidQueryException if there is no such column, or a value is null and its column is NOT NULL
     */
    public static <E> UpdateAll<E> whole(EntityModel<E> entity, Collection<? extends E> entities) {
        return new UpdateAll<>(GivenRows.of(entity, entities), EntityValues.updated(entity));
    }

    /**
     * The same for these columns only.
     *
     * @throws InvalidQueryException if there is none, one is null or named twice, or one is of the id or the version
     */
    @SafeVarargs
    public final UpdateAll<E> only(Column<E, ?>... chosen) {
        List<Property<E, ?>> only = new ArrayList<>();
        for (Column<E, ?> column : Operands.allGiven(chosen, "A column to update is null. Leave it out.")) {
            Property<E, ?> property = column.property();
            if (rows.identity().contains(property)) {
                throw refused(
                        property, "%s.%s says which row is meant and cannot be updated from an entity. Leave it out.");
            }
            if (only.contains(property)) {
                throw refused(property, "%s.%s is to be updated twice. Leave one of them out.");
            }
            only.add(property);
        }
        return new UpdateAll<>(rows, only);
    }

    private InvalidQueryException refused(Property<E, ?> property, String message) {
        return new InvalidQueryException(
                message.formatted(rows.entity().name(), property.name()),
                ErrorContext.of(rows.entity().name()).withProperties(List.of(property.name())));
    }
}
