package org.reactiveorm.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The strongly connected components of a directed graph (Tarjan), each after all that can be reached from it: where an edge
 * means "refers to", what is referred to comes first. Chains of any length need no stack.
 */
final class Components {

    private final List<? extends Iterable<Integer>> edges;
    private final int[] numbers;
    private final int[] lowest;
    private final boolean[] open;
    private final Deque<Integer> pending = new ArrayDeque<>();
    private final List<List<Integer>> found = new ArrayList<>();
    private int next;

    private Components(List<? extends Iterable<Integer>> edges) {
        this.edges = edges;
        this.numbers = new int[edges.size()];
        this.lowest = new int[edges.size()];
        this.open = new boolean[edges.size()];
    }

    /** The components of a graph whose nodes are counted from 0; for each node, where its edges lead to. */
    static List<List<Integer>> of(List<? extends Iterable<Integer>> edges) {
        Components components = new Components(edges);
        for (int node = 0; node < edges.size(); node++) {
            if (components.numbers[node] == 0) {
                components.visit(node);
            }
        }
        return components.found;
    }

    /** A node on the way, and the edges of it that were not followed yet. */
    private record Visit(int node, Iterator<Integer> rest) {}

    private void visit(int start) {
        Deque<Visit> way = new ArrayDeque<>();
        way.push(enter(start));
        while (!way.isEmpty()) {
            Visit visit = way.element();
            if (visit.rest().hasNext()) {
                int target = visit.rest().next();
                if (numbers[target] == 0) {
                    way.push(enter(target));
                } else if (open[target]) {
                    lowest[visit.node()] = Math.min(lowest[visit.node()], numbers[target]);
                }
            } else {
                way.pop();
                leave(visit.node());
                if (!way.isEmpty()) {
                    int before = way.element().node();
                    lowest[before] = Math.min(lowest[before], lowest[visit.node()]);
                }
            }
        }
    }

    private Visit enter(int node) {
        next++;
        numbers[node] = next;
        lowest[node] = next;
        open[node] = true;
        pending.push(node);
        return new Visit(node, edges.get(node).iterator());
    }

    /** Everything that was entered after the first node of a component is part of it. */
    private void leave(int node) {
        if (lowest[node] != numbers[node]) {
            return;
        }
        List<Integer> component = new ArrayList<>();
        int member;
        do {
            member = pending.pop();
            open[member] = false;
            component.add(member);
        } while (member != node);
        Integer[] sorted = component.toArray(Integer[]::new);
        Arrays.sort(sorted);
        found.add(Arrays.asList(sorted));
    }
}
