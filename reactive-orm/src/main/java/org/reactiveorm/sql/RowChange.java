package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Arithmetic;
import org.reactiveorm.query.Assignment;

/**
 * New values of chosen rows.
 *
 * @param rows which rows
 * @param properties the columns that have a value of their own in each row
 * @param values those values, column by column, one for each choice
 * @param amounts what is added to columns, or the like, with a number of its own for each row
 * @param common what is assigned alike in all rows
 * @param decisive some of those columns: a row that has their values already stays as it is; none: all rows change
 * @param <C> the entity
 */
public record RowChange<C>(
        KeyedRows<C> rows,
        List<Property<C, ?>> properties,
        List<KeyedRows.Column> values,
        List<Amount<C>> amounts,
        List<Assignment<C>> common,
        List<Property<C, ?>> decisive) {

    /** Keeps its own copies. */
    public RowChange {
        properties = List.copyOf(properties);
        values = List.copyOf(values);
        amounts = List.copyOf(amounts);
        common = List.copyOf(common);
        decisive = List.copyOf(decisive);
    }

    /**
     * A column that changes by a number.
     *
     * @param property the column
     * @param operator how
     * @param numbers the second operands, one for each choice
     */
    public record Amount<C>(Property<C, ?> property, Arithmetic.Operator operator, KeyedRows.Column numbers) {}

    /** What is given for each choice besides its key. */
    List<KeyedRows.Column> given() {
        List<KeyedRows.Column> given = new ArrayList<>(values);
        amounts.forEach(amount -> given.add(amount.numbers()));
        return given;
    }
}
