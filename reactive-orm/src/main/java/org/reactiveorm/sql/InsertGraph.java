package org.reactiveorm.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Inserts that are one statement.
 *
 * @param nodes the inserts, in an order in which every key exists before it is taken
 * @param root the index of the insert whose rows are answered
 * @param answered those rows
 * @param <R> their entity
 */
public record InsertGraph<R>(List<InsertNode> nodes, int root, InsertBatch<R> answered) {

    /** The list is not changed any more by whoever made it. */
    public InsertGraph {
        nodes = Collections.unmodifiableList(nodes);
    }

    /** The columns that others take from the rows of this node. */
    Set<String> takenFrom(int node) {
        Set<String> columns = new LinkedHashSet<>();
        for (InsertNode other : nodes) {
            for (InsertNode.Taken taken : other.taken()) {
                if (taken.reference().node() == node) {
                    columns.add(taken.from());
                }
            }
        }
        return columns;
    }
}
