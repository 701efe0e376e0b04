package org.reactiveorm.query;

import java.util.HashSet;
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

    /** The same with the parameters of the shapes in it, which may have been compiled before. */
    public EntityShape<E, S> with(ShapeModel<?>... nested) {
        Set<String> all = new HashSet<>(parameters);
        for (ShapeModel<?> shape : nested) {
            EntityShape<?, ?> ofEntity = shape.ofEntity();
            if (ofEntity != null) {
                all.addAll(ofEntity.parameters());
            }
        }
        return new EntityShape<>(name, entity, all, fetch);
    }
}
