package org.reactiveorm.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reactiveorm.faults.Step.Append;
import org.reactiveorm.faults.Step.Read;

/**
 * A transaction as its client saw it.
 *
 * @param id its place in the history
 * @param outcome what the client knows
 * @param steps what it did; what it read counts only if it was acknowledged
 */
record Observed(int id, Outcome outcome, List<Step> steps) {

    Stream<Append> appends() {
        return steps.stream().filter(Append.class::isInstance).map(Append.class::cast);
    }

    /** What it read, if it knows. */
    Stream<Read> reads() {
        return outcome == Outcome.ACKNOWLEDGED
                ? steps.stream().filter(Read.class::isInstance).map(Read.class::cast)
                : Stream.empty();
    }

    /** Its appends to each register, in their order. */
    Map<Integer, List<Integer>> appended() {
        Map<Integer, List<Integer>> appended = new HashMap<>();
        appends()
                .forEach(append -> appended.computeIfAbsent(append.register(), none -> new ArrayList<>())
                        .add(append.element()));
        return appended;
    }

    /** The reads before its first append to the same register. */
    Stream<Read> readsOfOthers() {
        return reads().filter(read -> steps.stream()
                .limit(steps.indexOf(read))
                .noneMatch(step -> step instanceof Append && step.register() == read.register()));
    }

    @Override
    public String toString() {
        return "T%d %s %s".formatted(id, outcome, steps);
    }
}
