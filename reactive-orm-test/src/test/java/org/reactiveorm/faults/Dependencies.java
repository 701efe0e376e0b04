package org.reactiveorm.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who must come before whom if transactions ran one after the other. A circle says that they did not. */
final class Dependencies {

    private final Map<Observed, List<Edge>> edges = new HashMap<>();

    /** Why one comes before another. */
    enum Kind {
        /** It wrote the version before. */
        WRITE,
        /** It wrote what the other read. */
        READ,
        /** It read the version before. */
        ANTI
    }

    private record Edge(Observed from, Kind kind, Observed to) {}

    void add(Observed from, Kind kind, Observed to) {
        if (!from.equals(to)) {
            edges.computeIfAbsent(from, none -> new ArrayList<>()).add(new Edge(from, kind, to));
        }
    }

    /** One finding for each kind of circle that there is, shown by the first one. */
    List<Anomaly.Finding> circles() {
        Set<Kind> writes = EnumSet.of(Kind.WRITE);
        Set<Kind> flow = EnumSet.of(Kind.WRITE, Kind.READ);
        Set<Kind> all = EnumSet.allOf(Kind.class);
        return Stream.of(
                        circles(Anomaly.DIRTY_WRITE, Kind.WRITE, writes, Set.of()),
                        circles(Anomaly.CIRCULAR_READ, Kind.READ, flow, Set.of()),
                        circles(Anomaly.READ_SKEW, Kind.ANTI, flow, Set.of()),
                        circles(Anomaly.WRITE_SKEW, Kind.ANTI, all, flow))
                .flatMap(found -> found.stream().limit(1))
                .toList();
    }

    /** Circles of an edge of this kind and a way back of those kinds, where there is no way back of the others. */
    private List<Anomaly.Finding> circles(Anomaly anomaly, Kind first, Set<Kind> back, Set<Kind> without) {
        return edges.values().stream()
                .flatMap(List::stream)
                .filter(edge -> edge.kind() == first)
                .filter(edge -> without.isEmpty()
                        || way(edge.to(), edge.from(), without).isEmpty())
                .map(edge -> circle(edge, way(edge.to(), edge.from(), back)))
                .filter(circle -> !circle.isEmpty())
                .map(circle -> new Anomaly.Finding(anomaly, circle))
                .toList();
    }

    private static String circle(Edge first, List<Edge> back) {
        return back.isEmpty()
                ? ""
                : Stream.concat(Stream.of(first), back.stream())
                        .map(edge -> "%s%n  before, by %s:".formatted(edge.from(), edge.kind()))
                        .collect(Collectors.joining(System.lineSeparator(), "", " the first"));
    }

    /** The shortest way, or none. */
    private List<Edge> way(Observed from, Observed to, Set<Kind> kinds) {
        Map<Observed, Edge> reached = new HashMap<>();
        Deque<Observed> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !reached.containsKey(to)) {
            edges.getOrDefault(next.remove(), List.of()).stream()
                    .filter(edge -> kinds.contains(edge.kind()) && reached.putIfAbsent(edge.to(), edge) == null)
                    .forEach(edge -> next.add(edge.to()));
        }
        List<Edge> way = new ArrayList<>();
        for (Observed at = to; reached.containsKey(to) && (way.isEmpty() || !at.equals(from)); ) {
            Edge last = Objects.requireNonNull(reached.get(at));
            way.add(last);
            at = last.from();
        }
        Collections.reverse(way);
        return way;
    }
}
