package org.reactiveorm.sql;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;

/**
 * Rows of one table that give values for the same columns.
 *
 * @param entity the entity
 * @param columns the columns that are given
 * @param rows at least one row; not changed any more by whoever made them
 * @param <E> the entity
 */
public record InsertBatch<E>(EntityModel<E> entity, List<Property<E, ?>> columns, List<RowValues<E>> rows) {

    /** The columns are those of the first row, in the order of the entity's properties. */
    public static <E> InsertBatch<E> of(EntityModel<E> entity, List<RowValues<E>> rows) {
        RowValues<E> first = rows.get(0);
        List<Property<E, ?>> columns = new ArrayList<>(entity.properties().size());
        for (Property<E, ?> property : entity.properties()) {
            if (first.has(property)) {
                columns.add(property);
            }
        }
        return new InsertBatch<>(entity, columns, rows);
    }

    /** One column's values of all rows, in the order of the rows. */
    List<@Nullable Object> values(Property<E, ?> column) {
        return new AbstractList<>() {
            @Override
            public @Nullable Object get(int row) {
                return rows.get(row).get(column);
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }
}
