package org.reactiveorm.model;

import java.util.List;

/**
 * A PostgreSQL enum type that a column needs (PostgreSQL, chapter 8.7).
 *
 * @param name the type's name, unquoted
 * @param labels its values in order
 */
public record EnumDefinition(String name, List<String> labels) {

    /** Keeps its own copy. */
    public EnumDefinition {
        labels = List.copyOf(labels);
    }
}
