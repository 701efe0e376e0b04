package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Rows of one table, grouped by the columns they give: {@code DEFAULT} cannot be selected, so rows with different columns
 * need different inserts.
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

    /** The rows in groups whose members are all alike. */
    static <T> Groups<T> of(List<T> rows, BiPredicate<T, T> alike) {
        Groups<T> groups = new Groups<>(rows.size());
        int group = 0;
        for (int i = 0; i < rows.size(); i++) {
            group = groups.groupFor(rows.get(i), group, alike);
            List<T> members = groups.groups.get(group);
            groups.groupOfRow[i] = group;
            groups.positionOfRow[i] = members.size();
            members.add(rows.get(i));
        }
        return groups;
    }

    /** Groups are as many as inserts, so looking through all of them is little next to sending them. */
    private int groupFor(T row, int likely, BiPredicate<T, T> alike) {
        if (!groups.isEmpty() && alike.test(groups.get(likely).get(0), row)) {
            return likely;
        }
        for (int group = 0; group < groups.size(); group++) {
            if (alike.test(groups.get(group).get(0), row)) {
                return group;
            }
        }
        // most inserts have one group
        groups.add(groups.isEmpty() ? new ArrayList<>(groupOfRow.length) : new ArrayList<>());
        return groups.size() - 1;
    }

    /** The groups in the order of their first rows; their rows are in the order given. */
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
