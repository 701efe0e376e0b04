package org.reactiveorm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that belong together: a primary key, a unique constraint or an index.
 *
 * @param name the constraint's or index's name in the database
 * @param properties the columns in order
 * @param where the rows that a partial unique index is about, as SQL of the entity's author, or null for all rows
 * @param <E> the entity
 */
public record Key<E>(
        String name,
        List<Property<E, ?>> properties,
        @Nullable String where) {

    /** Keeps its own copy of the properties. */
    public Key {
        properties = List.copyOf(properties);
    }

    /** A key of all rows. */
    public Key(String name, List<Property<E, ?>> properties) {
        this(name, properties, null);
    }
}
