package org.reactiveorm.model;

import java.util.List;
import org.reactiveorm.annotation.ReferentialAction;

/**
 * The join table of a many-to-many relation, seen from one side.
 *
 * @param table the table
 * @param sourceColumns the columns that equal this side's key
 * @param targetColumns the columns that equal the other side's key
 * @param onDelete what happens to the links of this side's row when it is deleted
 * @param onUpdate what happens to the links of this side's row when its key changes
 */
public record JoinTable(
        Table table,
        List<String> sourceColumns,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate) {

    /** Keeps its own copies. */
    public JoinTable {
        sourceColumns = List.copyOf(sourceColumns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Links go with a row that is deleted, and keep its key from changing. */
    public JoinTable(Table table, List<String> sourceColumns, List<String> targetColumns) {
        this(table, sourceColumns, targetColumns, ReferentialAction.CASCADE, ReferentialAction.NO_ACTION);
    }

    /** The same with other actions. */
    public JoinTable on(ReferentialAction delete, ReferentialAction update) {
        return new JoinTable(table, sourceColumns, targetColumns, delete, update);
    }
}
