package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * New rows of one table, grouped by the columns that they have values for: {@code DEFAULT} cannot be selected, so rows with
 * different columns need different inserts. The order of the groups depends on their columns alone, so that equal sets of
 * columns make equal statements.
 *
 * @param <T> a row
 */
final class Groups<T> {

    private static final Comparator<BitSet> BY_COLUMNS = (a, b) -> Arrays.compare(a.toLongArray(), b.toLongArray());

    private final List<List<T>> groups = new ArrayList<>(1);
    private final int[] groupOfRow;
    private final int[] positionOfRow;

    private Groups(int rows) {
        this.groupOfRow = new int[rows];
        this.positionOfRow = new int[rows];
    }

    /** The rows, grouped by what {@code columns} says that each has. */
    static <T> Groups<T> of(List<T> rows, Function<T, BitSet> columns) {
        Groups<T> groups = new Groups<>(rows.size());
        Map<BitSet, Integer> found = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            groups.groupOfRow[i] = found.computeIfAbsent(columns.apply(rows.get(i)), unseen -> found.size());
        }
        groups.fill(rows, ranks(found));
        return groups;
    }

    /** For each set of columns, in the order found, its place in the order of the groups. */
    private static int[] ranks(Map<BitSet, Integer> found) {
        List<BitSet> sorted = new ArrayList<>(found.keySet());
        sorted.sort(BY_COLUMNS);
        int[] ranks = new int[sorted.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[found.getOrDefault(sorted.get(i), 0)] = i;
        }
        return ranks;
    }

    private void fill(List<T> rows, int[] ranks) {
        for (int i = 0; i < ranks.length; i++) {
            // most inserts have one group
            groups.add(ranks.length == 1 ? new ArrayList<>(rows.size()) : new ArrayList<>());
        }
        for (int i = 0; i < rows.size(); i++) {
            groupOfRow[i] = ranks[groupOfRow[i]];
            List<T> members = groups.get(groupOfRow[i]);
            positionOfRow[i] = members.size();
            members.add(rows.get(i));
        }
    }

    /** The groups; the rows of each are in the order given. */
    List<List<T>> all() {
        return groups;
    }

    /** The index of the group that this row is in. */
    int groupOf(int row) {
        return groupOfRow[row];
    }

    /** The row's index in its group. */
    int positionOf(int row) {
        return positionOfRow[row];
    }

    /** What was made of each group, in the order in which the rows were given. */
    <E> List<E> inInputOrder(List<List<E>> made) {
        if (made.size() == 1) {
            return made.get(0);
        }
        List<Iterator<E>> next = made.stream().map(List::iterator).toList();
        List<E> ordered = new ArrayList<>(groupOfRow.length);
        for (int group : groupOfRow) {
            ordered.add(next.get(group).next());
        }
        return ordered;
    }
}
