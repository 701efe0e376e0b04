package org.reactiveorm.model;

import java.util.List;

/**
 * The join table of a many-to-many relation, seen from one side.
 *
 * @param table the table
 * @param sourceColumns the columns that equal this side's key
 * @param targetColumns the columns that equal the other side's key
 */
public record JoinTable(Table table, List<String> sourceColumns, List<String> targetColumns) {

    /** Keeps its own copies. */
    public JoinTable {
        sourceColumns = List.copyOf(sourceColumns);
        targetColumns = List.copyOf(targetColumns);
    }
}
