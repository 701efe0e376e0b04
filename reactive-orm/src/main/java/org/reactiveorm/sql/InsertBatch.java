package org.reactiveorm.sql;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * Rows of one table that give values for the same columns.
 *
 * @param entity the entity
 * @param columns the columns that are given
 * @param values for each column the values of all rows, in the order of the rows
 * @param size the number of rows
 * @param <E> the entity
 */
public record InsertBatch<E>(
        EntityModel<E> entity, List<Property<E, ?>> columns, List<List<@Nullable Object>> values, int size) {

    /** Keeps its own copy of the columns; the values are not changed any more by whoever made them. */
    public InsertBatch {
        columns = List.copyOf(columns);
        values = Collections.unmodifiableList(values);
    }
}
