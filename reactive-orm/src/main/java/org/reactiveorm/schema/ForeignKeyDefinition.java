package org.reactiveorm.schema;

import java.util.List;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.Table;

/**
 * A foreign key.
 *
 * @param constraint its name and actions
 * @param columns the referring columns
 * @param target the referred table
 * @param targetColumns the referred columns, in the order of {@code columns}
 */
record ForeignKeyDefinition(ForeignKey constraint, List<String> columns, Table target, List<String> targetColumns) {

    ForeignKeyDefinition {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Whether both tie the same columns together, whatever their names and actions. */
    boolean ties(ForeignKeyDefinition other) {
        return columns.equals(other.columns)
                && target.equals(other.target)
                && targetColumns.equals(other.targetColumns);
    }
}
