package org.reactiveorm.model;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every relation has: a name and two ends with the key properties that meet. The other end is looked up on first
 * use, because two entities usually refer to each other.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public final class Ends<E, C> {

    private final String owner;
    private final String name;
    private final int index;
    private final List<Property<E, ?>> sourceKey;
    private final Supplier<EntityModel<C>> target;
    private final List<String> targetKeyNames;
    private @Nullable List<Property<C, ?>> targetKey; // written once per racing thread with equal values

    private Ends(
            String owner,
            String name,
            int index,
            List<Property<E, ?>> sourceKey,
            Supplier<EntityModel<C>> target,
            List<String> targetKeyNames) {
        this.owner = owner;
        this.name = name;
        this.index = index;
        this.sourceKey = sourceKey;
        this.target = target;
        this.targetKeyNames = targetKeyNames;
    }

    /** The relation {@code owner.name}; the {@code sourceKey} properties of this side meet {@code targetKey} of the other. */
    public static <E, C> Ends<E, C> of(
            String owner,
            String name,
            List<Property<E, ?>> sourceKey,
            Supplier<EntityModel<C>> target,
            List<String> targetKey) {
        return new Ends<>(owner, name, -1, List.copyOf(sourceKey), target, List.copyOf(targetKey));
    }

    Ends<E, C> at(int position) {
        return new Ends<>(owner, name, position, sourceKey, target, targetKeyNames);
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    int index() {
        return index;
    }

    List<Property<E, ?>> sourceKey() {
        return sourceKey;
    }

    EntityModel<C> target() {
        return target.get();
    }

    List<Property<C, ?>> targetKey() {
        List<Property<C, ?>> key = targetKey;
        if (key == null) {
            EntityModel<C> model = target();
            key = targetKeyNames.stream().<Property<C, ?>>map(model::property).toList();
            targetKey = key;
        }
        return key;
    }
}
