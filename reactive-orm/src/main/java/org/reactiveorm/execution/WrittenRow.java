package org.reactiveorm.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.WrittenRows;

/**
 * A row that a statement has written.
 *
 * @param rows what it has written into the table
 * @param index the row
 */
record WrittenRow(WrittenRows rows, int index) {

    int input() {
        return rows.input().of(index);
    }

    boolean has(Given<?> column) {
        return index < column.values().size();
    }

    <T> @Nullable Object value(Given<T> column) {
        T value = column.values().get(index);
        return value == null ? null : column.type().encode(value);
    }

    @Nullable
    Given<?> column(String name) {
        for (Given<?> column : rows.columns()) {
            if (column.column().equals(name)) {
                return column;
            }
        }
        return null;
    }

    /** All values, to tell rows apart. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        for (Given<?> column : rows.columns()) {
            values.add(has(column) ? column.values().get(index) : null);
        }
        return values;
    }
}
