package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * New rows of one table, grouped by the columns that they have values for: {@code DEFAULT} cannot be selected, so rows with
 * different columns need different inserts. The groups are in the order of their first rows, so that the first row is
 * inserted first.
 *
 * @param <T> a row
 */
final class Groups<T> {

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
        groups.fill(rows, found.size());
        return groups;
    }

    private void fill(List<T> rows, int count) {
        for (int i = 0; i < count; i++) {
            // most inserts have one group
            groups.add(count == 1 ? new ArrayList<>(rows.size()) : new ArrayList<>());
        }
        for (int i = 0; i < rows.size(); i++) {
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

    /** The rows of a group, by their index among all. */
    int[] rowsOf(int group) {
        return IntStream.range(0, groupOfRow.length)
                .filter(row -> groupOfRow[row] == group)
                .toArray();
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
