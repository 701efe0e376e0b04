package org.reactiveorm.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;

/**
 * Grows the branches of a recursive include from the rows that were read for it. A row stands in as many places as lead to it,
 * each with what is below it there.
 */
final class Branches<R> {

    private final RelationPlan<?, ?, R> plan;
    private final Map<Object, List<R>> byOwner;

    /** From these rows, by the key of those that they belong to. */
    Branches(RelationPlan<?, ?, R> plan, Map<Object, List<R>> byOwner) {
        this.plan = plan;
        this.byOwner = byOwner;
    }

    /** What a parent gets, which has this key. */
    Object handle(@Nullable Object key) {
        return key == null
                ? plan.handle().apply(List.of())
                : handle(key, plan.include().depth(), new HashSet<>());
    }

    private Object handle(Object key, int levels, Set<Object> above) {
        above.add(key);
        Object handle = plan.handle()
                .apply(byOwner.getOrDefault(key, List.of()).stream()
                        .<R>map(row -> grown(row, levels - 1, above))
                        .toList());
        above.remove(key);
        return handle;
    }

    /** The row with its own branches, but for the last level, and where they would lead into a circle. */
    @SuppressWarnings("unchecked") // the entity is related with itself
    private R grown(R row, int levels, Set<Object> above) {
        Relation<R, R> relation = (Relation<R, R>) plan.include().relation();
        EntityModel<R> entity = relation.target();
        List<Property<R, ?>> sourceKey = relation.sourceKey();
        @Nullable Object key = KeyValues.of(row, sourceKey);
        if (levels == 0 || (key != null && above.contains(key))) {
            return row;
        }
        Object handle = key == null ? plan.handle().apply(List.of()) : handle(key, levels, above);
        Handles handles = new Handles(entity.relations().size()).put(relation.index(), handle);
        return entity.attacher().attach(row, handles);
    }
}
