package org.reactiveorm.schema;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;

/**
 * A primary key, a unique constraint or an index.
 *
 * @param name the name in the database
 * @param columns the columns in order
 * @param where the rows that a partial unique index is about, as SQL, or null for all rows
 */
record KeyDefinition(
        String name, List<String> columns, @Nullable String where) {

    KeyDefinition {
        columns = List.copyOf(columns);
    }

    KeyDefinition(String name, List<String> columns) {
        this(name, columns, null);
    }

    static KeyDefinition of(Key<?> key) {
        return new KeyDefinition(
                Identifier.fitting(key.name()),
                key.properties().stream().map(Property::column).toList(),
                key.where());
    }

    /** Whether it is about all rows. */
    boolean isWhole() {
        return where == null;
    }

    /** Whether an index over these columns does all that one over {@code wanted} does: it begins with them, in their order. */
    boolean begins(List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }

    /** Whether an index over these columns finds rows by {@code wanted}: it begins with them, in any order. */
    boolean finds(List<String> wanted) {
        return columns.size() >= wanted.size()
                && new HashSet<>(columns.subList(0, wanted.size())).equals(new HashSet<>(wanted));
    }

    /** Whether the columns are {@code others}, in any order. */
    boolean covers(List<String> others) {
        return new HashSet<>(columns).equals(new HashSet<>(others));
    }
}
