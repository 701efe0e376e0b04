package org.reactiveorm.model;

import java.util.List;
import java.util.function.Supplier;

/**
 * What every relation has: a name and two ends with the key properties that meet. The other end is looked up when it is
 * needed, because two entities usually refer to each other.
 *
 * @param owner the simple name of the entity that has the relation
 * @param name the component's name
 * @param index the place among the entity's relations, counted from 0
 * @param sourceKey this side's properties
 * @param targetModel finds the related entity
 * @param targetKeyNames the related entity's properties that meet the source key, in the same order
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record Ends<E, C>(
        String owner,
        String name,
        int index,
        List<Property<E, ?>> sourceKey,
        Supplier<EntityModel<C>> targetModel,
        List<String> targetKeyNames) {

    /** Keeps its own copies. */
    public Ends {
        sourceKey = List.copyOf(sourceKey);
        targetKeyNames = List.copyOf(targetKeyNames);
    }

    /** A relation that {@link EntityModelBuilder#relation} has yet to give its owner and place. */
    public static <E, C> Ends<E, C> of(
            String name, List<Property<E, ?>> sourceKey, Supplier<EntityModel<C>> target, List<String> targetKey) {
        return new Ends<>("", name, -1, sourceKey, target, targetKey);
    }

    Ends<E, C> at(String entity, int position) {
        return new Ends<>(entity, name, position, sourceKey, targetModel, targetKeyNames);
    }

    EntityModel<C> target() {
        return targetModel.get();
    }

    List<Property<C, ?>> targetKey() {
        EntityModel<C> model = target();
        return targetKeyNames.stream().<Property<C, ?>>map(model::property).toList();
    }
}
