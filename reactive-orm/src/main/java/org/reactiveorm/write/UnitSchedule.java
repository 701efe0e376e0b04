package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.write.UnitRow.UnitReference;

/**
 * The order in which new rows are inserted: steps of rows of one table and set of columns, each after those that its rows refer to.
 * Where tables refer to each other in a circle, or to themselves, rows are inserted level by level, or without a key that is set
 * when all are there, whichever takes fewer statements.
 *
 * @param steps the rows, step by step
 * @param deferred the keys that are set afterwards
 */
record UnitSchedule(List<List<UnitRow<?>>> steps, Set<List<?>> deferred) {

    /**
     * The order of these rows.
     *
     * @throws InvalidQueryException if rows refer to each other in a circle of keys that must not be null
     */
    static UnitSchedule of(List<UnitRow<?>> rows) {
        List<Part> parts = new Part(rows, Set.of()).components();
        Set<Columns> settled = new HashSet<>();
        parts.stream().filter(Part::hasOneStep).forEach(part -> settled.add(Columns.of(part.rows(), Set.of())));
        List<List<UnitRow<?>>> steps = new ArrayList<>();
        Set<List<?>> deferred = new HashSet<>();
        for (Part part : parts) {
            UnitSchedule some = part.hasOneStep() ? part.inOneStep() : cheapest(part.rows(), settled);
            steps.addAll(some.steps());
            deferred.addAll(some.deferred());
        }
        UnitSchedule inParts = new UnitSchedule(steps, deferred);
        // without their keys, rows may be alike that were in different parts
        return new Part(rows, deferred)
                .schedule()
                .filter(whole -> whole.steps().size() <= steps.size())
                .orElse(inParts);
    }

    private static UnitSchedule cheapest(List<UnitRow<?>> rows, Set<Columns> settled) {
        Part whole = new Part(rows, Set.of());
        Optional<UnitSchedule> best = whole.schedule();
        Set<List<?>> optional = whole.optionalKeys();
        List<Set<List<?>>> candidates = new ArrayList<>();
        optional.forEach(key -> candidates.add(Set.of(key)));
        candidates.add(optional);
        for (Set<List<?>> candidate : candidates) {
            Optional<UnitSchedule> next = new Part(rows, candidate).schedule();
            if (next.isPresent()
                    && (best.isEmpty()
                            || next.get().statements(settled) < best.get().statements(settled))) {
                best = next;
            }
        }
        return best.orElseThrow(() -> new Part(rows, optional).circle());
    }

    /** How many statements the steps and the keys that are set afterwards are, beside those of {@code settled} rows. */
    private int statements(Set<Columns> settled) {
        Set<Object> late = new HashSet<>();
        int more = 0;
        for (List<UnitRow<?>> step : steps) {
            step.forEach(row -> lateKeys(row).ifPresent(late::add));
            more += settled.contains(Columns.of(step, deferred)) ? 0 : 1;
        }
        return more + late.size();
    }

    private <E> Optional<Object> lateKeys(UnitRow<E> row) {
        List<?> keys = row.references().stream()
                .filter(reference -> row.defers(reference, deferred))
                .map(UnitReference::key)
                .toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    /** Rows of one table that have values for the same columns. */
    private record Columns(EntityModel<?> entity, BitSet columns) {

        static Columns of(UnitRow<?> row, Set<?> deferred) {
            return new Columns(row.entity(), row.columns(deferred));
        }

        /** What rows of one step have in common. */
        static Columns of(List<UnitRow<?>> step, Set<?> deferred) {
            return of(step.get(0), deferred);
        }
    }

    /** Some rows, that are inserted without the deferred keys. */
    private static final class Part {

        private final List<UnitRow<?>> rows;
        private final Set<List<?>> deferred;
        private final Map<UnitRow<?>, Integer> places = new HashMap<>();
        /** For each row, which of the groups with the same columns it is in. */
        private final int[] groups;

        private int size;

        Part(List<UnitRow<?>> rows, Set<List<?>> deferred) {
            this.rows = rows;
            this.deferred = deferred;
            this.groups = new int[rows.size()];
            Map<Columns, Integer> known = new HashMap<>();
            for (int i = 0; i < groups.length; i++) {
                UnitRow<?> row = rows.get(i);
                places.put(row, i);
                groups[i] = known.computeIfAbsent(Columns.of(row, deferred), unseen -> known.size());
            }
            this.size = known.size();
        }

        List<UnitRow<?>> rows() {
            return rows;
        }

        /** The rows that each refers to and that have to be there before. A statement checks keys when all of its rows are there. */
        private List<List<Integer>> rowEdges() {
            List<List<Integer>> edges = new ArrayList<>(rows.size());
            rows.forEach(row -> edges.add(edgesOf(row)));
            return edges;
        }

        private <E> List<Integer> edgesOf(UnitRow<E> row) {
            List<Integer> targets = new ArrayList<>(row.references().size());
            for (UnitReference<E, ?> reference : row.references()) {
                Integer target = places.get(reference.to());
                boolean isItself = reference.to() == row && row.isKnown(reference);
                if (target != null && !isItself && !row.defers(reference, deferred)) {
                    targets.add(target);
                }
            }
            return targets;
        }

        /** The rows in parts that refer to each other in no circle, each after those that it refers to. */
        List<Part> components() {
            List<Set<Integer>> edges = new ArrayList<>();
            List<List<UnitRow<?>>> members = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                edges.add(new LinkedHashSet<>());
                members.add(new ArrayList<>());
            }
            List<List<Integer>> between = rowEdges();
            for (int i = 0; i < groups.length; i++) {
                members.get(groups[i]).add(rows.get(i));
                for (int target : between.get(i)) {
                    edges.get(groups[i]).add(groups[target]);
                }
            }
            List<Part> parts = new ArrayList<>();
            for (List<Integer> component : Components.of(edges)) {
                List<UnitRow<?>> some = new ArrayList<>();
                component.forEach(group -> some.addAll(members.get(group)));
                parts.add(new Part(some, deferred));
            }
            return parts;
        }

        /** Whether one statement makes all rows: none needs a key that the statement makes. */
        boolean hasOneStep() {
            return size == 1 && rows.stream().noneMatch(this::needsOneOfThese);
        }

        private <E> boolean needsOneOfThese(UnitRow<E> row) {
            return row.references().stream()
                    .anyMatch(reference -> !row.isKnown(reference)
                            && !row.defers(reference, deferred)
                            && places.containsKey(reference.to()));
        }

        UnitSchedule inOneStep() {
            return new UnitSchedule(List.of(rows), deferred);
        }

        /** The order without the deferred keys; nothing if rows refer to each other in a circle. */
        Optional<UnitSchedule> schedule() {
            List<List<UnitRow<?>>> steps = new ArrayList<>();
            for (Part part : components()) {
                Optional<List<List<UnitRow<?>>>> some =
                        part.hasOneStep() ? Optional.of(List.of(part.rows())) : part.levels();
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                steps.addAll(some.get());
            }
            return Optional.of(new UnitSchedule(steps, deferred));
        }

        private Optional<List<List<UnitRow<?>>>> levels() {
            List<List<Integer>> edges = rowEdges();
            int[] levels = new int[rows.size()];
            for (List<Integer> component : Components.of(edges)) {
                int row = component.get(0);
                if (component.size() > 1 || edges.get(row).contains(row)) {
                    return Optional.empty();
                }
                for (int target : edges.get(row)) {
                    levels[row] = Math.max(levels[row], levels[target] + 1);
                }
            }
            Map<Integer, Map<Integer, List<UnitRow<?>>>> byLevel = new TreeMap<>();
            for (int i = 0; i < levels.length; i++) {
                byLevel.computeIfAbsent(levels[i], unseen -> new LinkedHashMap<>())
                        .computeIfAbsent(groups[i], unseen -> new ArrayList<>())
                        .add(rows.get(i));
            }
            return Optional.of(byLevel.values().stream()
                    .flatMap(level -> level.values().stream())
                    .toList());
        }

        /** The keys between these rows that all of them can be inserted without. */
        Set<List<?>> optionalKeys() {
            Set<List<?>> optional = new LinkedHashSet<>();
            Set<List<?>> required = new HashSet<>();
            rows.forEach(row -> sortKeys(row, optional, required));
            optional.removeAll(required);
            return optional;
        }

        private <E> void sortKeys(UnitRow<E> row, Set<List<?>> optional, Set<List<?>> required) {
            for (UnitReference<E, ?> reference : row.references()) {
                if (places.containsKey(reference.to())) {
                    (row.canDefer(reference) ? optional : required).add(reference.key());
                }
            }
        }

        InvalidQueryException circle() {
            List<List<Integer>> edges = rowEdges();
            List<Integer> circle = Components.of(edges).stream()
                    .filter(component ->
                            component.size() > 1 || edges.get(component.get(0)).contains(component.get(0)))
                    .findFirst()
                    .orElse(List.of());
            Set<Integer> members = new HashSet<>(circle);
            Set<String> keys = new LinkedHashSet<>();
            circle.forEach(place -> keysWithin(rows.get(place), members, keys));
            String entity = rows.get(circle.get(0)).entity().name();
            return new InvalidQueryException(
                    "New rows refer to each other in a circle of keys that must not be null: %s. Make one of them @Nullable, so that it can be set when both rows are there."
                            .formatted(String.join(", ", keys)),
                    ErrorContext.of(entity));
        }

        private <E> void keysWithin(UnitRow<E> row, Set<Integer> circle, Set<String> keys) {
            for (UnitReference<E, ?> reference : row.references()) {
                Integer target = places.get(reference.to());
                if (target != null && circle.contains(target) && !row.defers(reference, deferred)) {
                    keys.add(row.entity().name() + "."
                            + reference.key().stream().map(Property::name).collect(Collectors.joining(" and ")));
                }
            }
        }
    }
}
