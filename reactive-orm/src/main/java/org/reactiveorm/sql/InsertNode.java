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
 * @param size how many rows
 * @param given the columns whose values are known
 * @param taken the columns whose values come from other new rows
 */
public record InsertNode(
        Table table, @Nullable EntityModel<?> entity, Size size, List<Given<?>> given, List<Taken> taken) {

    /** The lists are not changed any more by whoever made them. */
    public InsertNode {
        given = Collections.unmodifiableList(given);
        taken = Collections.unmodifiableList(taken);
    }

    /** The only row of its place, and columns that take their values from other rows. */
    public static <E> InsertNode one(InsertBatch<E> batch, List<Taken> taken) {
        return of(batch, new Size(1, false), taken);
    }

    /** Rows, and columns that take their values from other rows; the text is that of many even if there is one. */
    public static <E> InsertNode many(InsertBatch<E> batch, List<Taken> taken) {
        return of(batch, new Size(batch.rows().size(), true), taken);
    }

    private static <E> InsertNode of(InsertBatch<E> batch, Size size, List<Taken> taken) {
        List<Given<?>> given = new ArrayList<>(batch.columns().size());
        for (Property<E, ?> column : batch.columns()) {
            given.add(Given.of(column.column(), column, batch.values(column)));
        }
        return new InsertNode(batch.entity().table(), batch.entity(), size, given, taken);
    }

    /** New rows of a join table. */
    public static InsertNode links(Table table, int rows, List<Given<?>> given, List<Taken> taken) {
        return new InsertNode(table, null, new Size(rows, true), given, taken);
    }

    /**
     * How many rows there are.
     *
     * @param rows the number
     * @param many whether they are written as arrays, whose text does not depend on the number; one row need not be
     */
    public record Size(int rows, boolean many) {}

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
     * A column whose values come from rows of earlier inserts of the same statement.
     *
     * @param column the column's name, unquoted
     * @param sources the columns that have the values, one insert's rows after the other's
     * @param positions for each new row the position of its value among all of them, counted from 1
     */
    public record Taken(String column, List<Source> sources, List<Integer> positions) {}

    /**
     * A column of new rows.
     *
     * @param node the index of their insert
     * @param column the column's name, unquoted
     */
    public record Source(int node, String column) {}
}
