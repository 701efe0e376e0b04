package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;

/**
 * New rows of one table, some of whose values may come from rows that the same statement makes. Columns that are not named
 * take their defaults.
 *
 * @param table the table
 * @param entity the table's entity, or null for a join table, whose rows stay when they are there already
 * @param rows how many rows
 * @param given the columns whose values are known
 * @param taken the columns whose values come from other new rows
 */
public record InsertNode(
        Table table, @Nullable EntityModel<?> entity, int rows, List<Given<?>> given, List<Taken> taken) {

    /** The lists are not changed any more by whoever made them. */
    public InsertNode {
        given = Collections.unmodifiableList(given);
        taken = Collections.unmodifiableList(taken);
    }

    /** The rows of a batch, and columns that take their values from other rows. */
    public static <E> InsertNode of(InsertBatch<E> batch, List<Taken> taken) {
        List<Given<?>> given = new ArrayList<>(batch.columns().size());
        for (Property<E, ?> column : batch.columns()) {
            given.add(Given.of(column.column(), column, batch.values(column)));
        }
        return new InsertNode(
                batch.entity().table(), batch.entity(), batch.rows().size(), given, taken);
    }

    /**
     * A column whose values are known.
     *
     * @param column the column's name, unquoted
     * @param type the column's type
     * @param values one for each row, in the order of the rows
     * @param <T> the Java type of a value
     */
    public record Given<T>(String column, ColumnType<T> type, List<@Nullable T> values) {

        /** A column that gets values of this property. */
        @SuppressWarnings("unchecked") // the values are of this property
        public static <T> Given<T> of(String column, Property<?, T> property, List<@Nullable Object> values) {
            return new Given<>(column, property.type(), (List<@Nullable T>) values);
        }
    }

    /**
     * A column whose values come from rows of an earlier insert of the same statement.
     *
     * @param column the column's name, unquoted
     * @param reference the rows to take them from; the columns of one foreign key share it
     * @param from those rows' column, unquoted
     */
    public record Taken(String column, Reference reference, String from) {}

    /**
     * The rows of an earlier insert that new rows refer to.
     *
     * @param node the earlier insert's index
     * @param positions for each new row the position of the other one in that insert, counted from 1
     */
    public record Reference(int node, List<Integer> positions) {}
}
