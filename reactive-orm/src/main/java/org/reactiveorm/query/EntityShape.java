package org.reactiveorm.query;

import java.util.Set;
import java.util.function.Function;

/**
 * What is read of an entity's rows for a {@code @Shape} record.
 *
 * @param name the record's simple name, for messages
 * @param entity the entity's class
 * @param parameters the names of the values that have to be given, {@code :name} in its annotations
 * @param fetch what is read, with these values
 * @param <E> the entity
 * @param <S> the record
 */
public record EntityShape<E, S>(
        String name, Class<E> entity, Set<String> parameters, Function<Arguments, Fetch<E, S>> fetch) {

    /** Keeps its own copy. */
    public EntityShape {
        parameters = Set.copyOf(parameters);
    }
}
