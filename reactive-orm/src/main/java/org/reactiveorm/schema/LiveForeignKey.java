package org.reactiveorm.schema;

import java.util.List;
import org.reactiveorm.model.ForeignKey;

/**
 * A foreign key as the database has it.
 *
 * @param constraint its name and actions
 * @param columns the referring columns
 * @param target the number of the referred table
 * @param targetColumns the referred columns, in the order of {@code columns}
 */
record LiveForeignKey(ForeignKey constraint, List<String> columns, long target, List<String> targetColumns) {

    LiveForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
