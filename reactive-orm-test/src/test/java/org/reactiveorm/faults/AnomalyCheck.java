package org.reactiveorm.faults;

import static org.reactiveorm.faults.Anomaly.CONTRADICTION;
import static org.reactiveorm.faults.Anomaly.DIRTY_READ;
import static org.reactiveorm.faults.Anomaly.FORGOTTEN_WRITE;
import static org.reactiveorm.faults.Anomaly.INTERMEDIATE_READ;
import static org.reactiveorm.faults.Anomaly.LOST_UPDATE;
import static org.reactiveorm.faults.Anomaly.LOST_WRITE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.faults.Dependencies.Kind;
import org.reactiveorm.faults.Step.Append;
import org.reactiveorm.faults.Step.Read;

/**
 * Finds anomalies in a history of appends and reads: a list that was read tells the order of its appends, and so who saw what
 * of whom.
 */
final class AnomalyCheck {

    private final Collection<Observed> history;
    private final Map<Integer, List<Integer>> end;
    private final Map<Integer, List<Integer>> longest;
    private final Map<Integer, Observed> writers = new HashMap<>();
    private final List<Anomaly.Finding> findings = new ArrayList<>();

    private AnomalyCheck(Collection<Observed> history, Map<Integer, List<Integer>> end) {
        this.history = history;
        this.end = end;
        this.longest = new HashMap<>(end);
        history.forEach(one -> one.appends().forEach(append -> writers.put(append.element(), one)));
        history.stream()
                .flatMap(Observed::reads)
                .forEach(read -> longest.merge(
                        read.register(), read.elements(), (one, other) -> one.size() >= other.size() ? one : other));
    }

    /**
     * All that were found.
     *
     * @param end the registers when all is over
     */
    static List<Anomaly.Finding> findings(Collection<Observed> history, Map<Integer, List<Integer>> end) {
        AnomalyCheck check = new AnomalyCheck(history, end);
        history.forEach(one -> {
            one.reads().forEach(read -> check.read(one, read));
            check.ownWrites(one);
            check.remaining(one);
        });
        check.lostUpdates();
        check.findings.addAll(check.dependencies().circles());
        return check.findings;
    }

    private void found(Anomaly kind, Object... evidence) {
        findings.add(new Anomaly.Finding(kind, List.of(evidence).toString()));
    }

    private void read(Observed reader, Read read) {
        List<Integer> order = orderOf(read.register());
        List<Integer> elements = read.elements();
        if (!elements.equals(order.subList(0, Math.min(elements.size(), order.size())))) {
            found(CONTRADICTION, reader, "another read or the end has", order);
        }
        for (int element : elements) {
            Observed writer = writers.get(element);
            if (writer == null || writer.outcome() == Outcome.FAILED) {
                found(DIRTY_READ, reader, element, "was written by", String.valueOf(writer));
            }
        }
        if (!elements.isEmpty()) {
            last(reader, read.register(), elements.get(elements.size() - 1));
        }
    }

    private void last(Observed reader, int register, int element) {
        Observed writer = writers.get(element);
        if (writer != null && !writer.equals(reader)) {
            List<Integer> appended = writer.appended().getOrDefault(register, List.of());
            if (appended.indexOf(element) < appended.size() - 1) {
                found(INTERMEDIATE_READ, reader, "read", element, "of", writer);
            }
        }
    }

    /** A read ends with what the transaction itself has appended before. */
    private void ownWrites(Observed one) {
        Map<Integer, List<Integer>> own = new HashMap<>();
        if (one.outcome() != Outcome.ACKNOWLEDGED) {
            return;
        }
        for (Step step : one.steps()) {
            List<Integer> before = own.computeIfAbsent(step.register(), none -> new ArrayList<>());
            if (step instanceof Append append) {
                before.add(append.element());
            } else if (step instanceof Read read && !endsWith(read.elements(), before)) {
                found(FORGOTTEN_WRITE, one, "does not read its own", before);
            }
        }
    }

    private static boolean endsWith(List<Integer> all, List<Integer> last) {
        return all.size() >= last.size()
                && all.subList(all.size() - last.size(), all.size()).equals(last);
    }

    private void remaining(Observed one) {
        one.appends()
                .filter(append -> one.outcome() == Outcome.ACKNOWLEDGED
                        && !end.getOrDefault(append.register(), List.of()).contains(append.element()))
                .forEach(append -> found(LOST_WRITE, one, append, "is not in the end"));
        one.appends()
                .filter(append -> one.outcome() == Outcome.FAILED
                        && end.getOrDefault(append.register(), List.of()).contains(append.element()))
                .forEach(append -> found(DIRTY_READ, one, append, "is in the end"));
    }

    /** Both have read the same version of a register and have appended to it. */
    private void lostUpdates() {
        Map<Read, Observed> updated = new HashMap<>();
        for (Observed one : history) {
            Set<Read> seen = new HashSet<>();
            one.readsOfOthers()
                    .filter(read -> one.appended().containsKey(read.register()) && seen.add(read))
                    .forEach(read -> {
                        Observed other = updated.putIfAbsent(read, one);
                        if (other != null) {
                            found(LOST_UPDATE, one, other, read);
                        }
                    });
        }
    }

    private Dependencies dependencies() {
        Dependencies dependencies = new Dependencies();
        longest.values().forEach(order -> {
            for (int i = 1; i < order.size(); i++) {
                add(dependencies, writers.get(order.get(i - 1)), Kind.WRITE, writers.get(order.get(i)));
            }
        });
        history.forEach(one -> one.reads().forEach(read -> {
            List<Integer> order = orderOf(read.register());
            int size = read.elements().size();
            if (size > 0) {
                add(dependencies, writers.get(read.elements().get(size - 1)), Kind.READ, one);
            }
            if (size < order.size()) {
                add(dependencies, one, Kind.ANTI, writers.get(order.get(size)));
            }
        }));
        return dependencies;
    }

    private static void add(Dependencies dependencies, @Nullable Observed from, Kind kind, @Nullable Observed to) {
        if (from != null && to != null) {
            dependencies.add(from, kind, to);
        }
    }

    private List<Integer> orderOf(int register) {
        return longest.getOrDefault(register, List.of());
    }
}
