package org.reactiveorm.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which keys lead to which, by the rows that were read for a recursive include. */
final class KeyGraph {

    /** The height of a key that leads into a circle. */
    static final int ENDLESS = Integer.MAX_VALUE;

    private final Map<Object, Set<Object>> successors;
    private final Map<Object, List<Object>> predecessors = new HashMap<>();
    private final Map<Object, Integer> heights = new HashMap<>();

    /** From the keys that have rows, with those that the rows lead to. */
    KeyGraph(Map<Object, Set<Object>> successors) {
        this.successors = successors;
        successors.forEach((key, next) -> next.forEach(each ->
                predecessors.computeIfAbsent(each, any -> new ArrayList<>()).add(key)));
        measure();
    }

    /** From the ends on: a key's height is known when those of all it leads to are, which for a circle they never are. */
    private void measure() {
        Map<Object, Integer> unknown = new HashMap<>();
        Map<Object, Integer> highest = new HashMap<>();
        Deque<Object> known = new ArrayDeque<>();
        successors.forEach((key, next) -> {
            unknown.put(key, next.size());
            if (next.isEmpty()) {
                heights.put(key, 1);
                known.add(key);
            }
        });
        predecessors.keySet().stream()
                .filter(key -> !successors.containsKey(key))
                .forEach(known::add);
        for (Object key = known.poll(); key != null; key = known.poll()) {
            int above = height(key) + 1;
            for (Object before : predecessors.getOrDefault(key, List.of())) {
                int height = highest.merge(before, above, Math::max);
                if (unknown.merge(before, -1, Integer::sum) == 0) {
                    heights.put(before, height);
                    known.add(before);
                }
            }
        }
    }

    /** How many levels of rows there are below a key, or {@link #ENDLESS}. */
    int height(Object key) {
        return successors.containsKey(key) ? heights.getOrDefault(key, ENDLESS) : 0;
    }

    /**
     * The keys that lead to this one.
     *
     * @param steps the longest way
     * @param closed keys that no way leads past
     * @return how many steps the shortest way from each has
     */
    Map<Object, Integer> waysTo(Object key, int steps, Set<Object> closed) {
        Map<Object, Integer> ways = new HashMap<>();
        Deque<Object> reached = new ArrayDeque<>(List.of(key));
        while (!reached.isEmpty()) {
            Object next = reached.remove();
            int way = ways.getOrDefault(next, 0) + 1;
            if (way > steps) {
                break;
            }
            for (Object before : predecessors.getOrDefault(next, List.of())) {
                if (!closed.contains(before) && ways.putIfAbsent(before, way) == null) {
                    reached.add(before);
                }
            }
        }
        return ways;
    }
}
