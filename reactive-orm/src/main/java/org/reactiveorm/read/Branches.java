package org.reactiveorm.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Relation;

/**
 * Grows the branches of a recursive include from the rows that were read for it. A row stands in as many places as lead to it;
 * what is below it is grown once for all places where it is the same. Grown step by step, not by a method that calls
 * itself: data may be deeper than a thread's stack.
 */
final class Branches<R> {

    private final RelationPlan<?, ?, R> plan;
    private final Relation<R, R> relation;
    private final Map<Object, List<R>> byOwner;
    private final KeyGraph graph;
    private final Map<Place, Object> grown = new HashMap<>();

    /** From these rows, by the key of those that they belong to. */
    @SuppressWarnings("unchecked") // the entity is related with itself
    Branches(RelationPlan<?, ?, R> plan, Map<Object, List<R>> byOwner) {
        this.plan = plan;
        this.relation = (Relation<R, R>) plan.include().relation();
        this.byOwner = byOwner;
        this.graph = new KeyGraph(successors());
    }

    private Map<Object, Set<Object>> successors() {
        Map<Object, Set<Object>> successors = new HashMap<>();
        byOwner.forEach((owner, rows) -> {
            Set<Object> keys = new LinkedHashSet<>();
            for (R row : rows) {
                Object key = key(row);
                if (key != null) {
                    keys.add(key);
                }
            }
            successors.put(owner, keys);
        });
        return successors;
    }

    /** What a parent gets, which has this key. */
    Object handle(@Nullable Object key) {
        return key == null ? none() : new Path().grow(key);
    }

    private Object none() {
        return plan.handle().apply(List.of());
    }

    private @Nullable Object key(R row) {
        return KeyValues.of(row, relation.sourceKey());
    }

    private R with(R row, Object handle) {
        EntityModel<R> entity = relation.target();
        return entity.attacher().attach(row, new Handles(entity.relations().size()).put(relation.index(), handle));
    }

    /**
     * Where a branch begins: places that are equal have the same below them.
     *
     * @param key whose rows it has
     * @param levels how many levels, at most one more than there are
     * @param ends the keys above at which it ends, because they lead to rows that are there already
     */
    private record Place(Object key, int levels, Set<Object> ends) {}

    /** What is being grown, from the root to the tip. */
    private final class Path {

        private final Deque<Branch<R>> branches = new ArrayDeque<>();
        /** The keys of the branches; for each the other keys that lead to it past none of those above, with the steps. */
        private final Map<Object, Map<Object, Integer>> above = new HashMap<>();

        Object grow(Object root) {
            @Nullable Object below = begin(root, plan.include().depth());
            while (!branches.isEmpty()) {
                Branch<R> tip = branches.element();
                if (below != null) {
                    tip.done.add(with(tip.row(), below));
                }
                below = tip.rows.hasNext() ? next(tip) : end();
            }
            return Objects.requireNonNull(below, "what the root has");
        }

        /** What is at this key, or null after its branch has become the tip. */
        private @Nullable Object begin(Object key, int levels) {
            Place place = place(key, levels);
            Object known = grown.get(place);
            if (known == null) {
                boolean isEndless = graph.height(key) == KeyGraph.ENDLESS;
                // the last level asks for no circles, nor does the key itself
                above.put(key, isEndless ? graph.waysTo(key, levels - 2, above.keySet()) : Map.of());
                branches.push(new Branch<>(place, byOwner.getOrDefault(key, List.of())));
            }
            return known;
        }

        private Place place(Object key, int levels) {
            int height = graph.height(key);
            if (height != KeyGraph.ENDLESS) {
                return new Place(key, Math.min(levels, height + 1), Set.of());
            }
            Set<Object> ends = new HashSet<>();
            above.forEach((end, ways) -> {
                if (ways.getOrDefault(key, Integer.MAX_VALUE) < levels) {
                    ends.add(end);
                }
            });
            return new Place(key, levels, ends);
        }

        /** What is below the next row, if that is known already. */
        private @Nullable Object next(Branch<R> tip) {
            R row = tip.rows.next();
            @Nullable Object key = key(row);
            if (tip.place.levels() == 1 || (key != null && above.containsKey(key))) {
                tip.done.add(row);
                return null;
            }
            tip.row = row;
            return key == null ? none() : begin(key, tip.place.levels() - 1);
        }

        private Object end() {
            Branch<R> branch = branches.pop();
            above.remove(branch.place.key());
            Object handle = plan.handle().apply(branch.done);
            grown.put(branch.place, handle);
            return handle;
        }
    }

    /** The rows of a place, and those of them that are done with what is below them. */
    private static final class Branch<R> {

        private final Place place;
        private final Iterator<R> rows;
        private final List<R> done = new ArrayList<>();
        private @Nullable R row;

        Branch(Place place, List<R> rows) {
            this.place = place;
            this.rows = rows.iterator();
        }

        /** The one whose turn it is. */
        R row() {
            return Objects.requireNonNull(row, "a row has been begun");
        }
    }
}
