package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Assignment;

/**
 * New values of chosen rows.
 *
 * @param rows which rows
 * @param properties the columns that have a value of their own in each row
 * @param values those values, column by column, one for each choice
 * @param common what is assigned alike in all rows
 * @param decisive some of those columns: a row that has their values already stays as it is; none: all rows change
 * @param <C> the entity
 */
public record RowChange<C>(
        KeyedRows<C> rows,
        List<Property<C, ?>> properties,
        List<KeyedRows.Column> values,
        List<Assignment<C>> common,
        List<Property<C, ?>> decisive) {

    /** Keeps its own copies. */
    public RowChange {
        properties = List.copyOf(properties);
        values = List.copyOf(values);
        common = List.copyOf(common);
        decisive = List.copyOf(decisive);
    }
}
