package org.reactiveorm.model;

import org.jspecify.annotations.Nullable;

/**
 * A table's name, unquoted.
 *
 * @param schema the schema, or null for whatever the {@code search_path} finds
 * @param name the table
 */
public record Table(@Nullable String schema, String name) {

    /** A table that the {@code search_path} finds. */
    public static Table of(String name) {
        return new Table(null, name);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
