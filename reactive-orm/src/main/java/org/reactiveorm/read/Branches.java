package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Relation;

/**
 * Grows the branches of a recursive include from the rows that were read for it. A row stands in as many places as lead to it;
 * what is below it is grown once for all places with as many levels left, where no circle ends it.
 */
final class Branches<R> {

    private final RelationPlan<?, ?, R> plan;
    private final Relation<R, R> relation;
    private final Map<Object, List<R>> byOwner;
    private final Map<Place, Branch> grown = new HashMap<>();

    /** From these rows, by the key of those that they belong to. */
    @SuppressWarnings("unchecked") // the entity is related with itself
    Branches(RelationPlan<?, ?, R> plan, Map<Object, List<R>> byOwner) {
        this.plan = plan;
        this.relation = (Relation<R, R>) plan.include().relation();
        this.byOwner = byOwner;
    }

    /** What a parent gets, which has this key. */
    Object handle(@Nullable Object key) {
        return key == null
                ? none()
                : grow(new Place(key, plan.include().depth()), new HashSet<>()).handle();
    }

    private Object none() {
        return plan.handle().apply(List.of());
    }

    /** What is below a key looks the same wherever the key stands, unless it is cut off by what is above. */
    private Branch grow(Place place, Set<Object> above) {
        Branch known = grown.get(place);
        if (known != null) {
            return known;
        }
        above.add(place.key());
        List<R> rows = new ArrayList<>();
        boolean isCut = false;
        for (R row : byOwner.getOrDefault(place.key(), List.of())) {
            @Nullable Object key = KeyValues.of(row, relation.sourceKey());
            boolean isCircle = key != null && above.contains(key);
            isCut |= isCircle && place.levels() > 1;
            if (place.levels() == 1 || isCircle) {
                rows.add(row);
            } else if (key == null) {
                rows.add(with(row, none()));
            } else {
                Branch below = grow(new Place(key, place.levels() - 1), above);
                isCut |= below.isCut();
                rows.add(with(row, below.handle()));
            }
        }
        above.remove(place.key());
        Branch branch = new Branch(plan.handle().apply(rows), isCut);
        if (!isCut) {
            grown.put(place, branch);
        }
        return branch;
    }

    private R with(R row, Object handle) {
        EntityModel<R> entity = relation.target();
        return entity.attacher().attach(row, new Handles(entity.relations().size()).put(relation.index(), handle));
    }

    /** A key and how many levels there are below it. */
    private record Place(Object key, int levels) {}

    /** What is at a place, and whether it depends on what is above. */
    private record Branch(Object handle, boolean isCut) {}
}
