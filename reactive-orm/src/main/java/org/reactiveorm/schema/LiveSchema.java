package org.reactiveorm.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Table;

/**
 * What a database has of what the model needs.
 *
 * @param tables the tables that are there
 * @param types the types that are there, by the name that the model uses
 * @param labels the labels of the enums that are there, by the name that the model uses
 */
record LiveSchema(Map<Table, LiveTable> tables, Map<String, LiveType> types, Map<String, List<String>> labels) {

    @Nullable
    LiveTable table(Table name) {
        return tables.get(name);
    }

    /** The type that the model calls {@code name}. */
    @Nullable
    LiveType type(String name) {
        return types.get(name);
    }

    @Nullable
    List<String> labels(String enumName) {
        return labels.get(enumName);
    }
}
