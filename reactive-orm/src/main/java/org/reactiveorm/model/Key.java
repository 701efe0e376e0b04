package org.reactiveorm.model;

import java.util.List;

/**
 * Columns that belong together: a primary key, a unique constraint or an index.
 *
 * @param name the constraint's or index's name in the database
 * @param properties the columns in order
 * @param <E> the entity
 */
public record Key<E>(String name, List<Property<E, ?>> properties) {

    /** Keeps its own copy of the properties. */
    public Key {
        properties = List.copyOf(properties);
    }
}
