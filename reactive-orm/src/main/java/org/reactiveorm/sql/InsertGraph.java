package org.reactiveorm.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.reactiveorm.model.EntityModel;

/**
 * Inserts that are one statement.
 *
 * @param nodes the inserts, in an order in which every key exists before it is taken
 * @param roots the indexes of the inserts whose rows are answered, one insert's rows after the other's
 * @param entity those rows' entity
 * @param <R> their entity
 */
public record InsertGraph<R>(List<InsertNode> nodes, List<Integer> roots, EntityModel<R> entity) {

    /** The lists are not changed any more by whoever made them. */
    public InsertGraph {
        nodes = Collections.unmodifiableList(nodes);
        roots = Collections.unmodifiableList(roots);
    }

    /** The columns that others take from the rows of this node. */
    Set<String> takenFrom(int node) {
        Set<String> columns = new LinkedHashSet<>();
        for (InsertNode other : nodes) {
            for (InsertNode.Taken taken : other.taken()) {
                for (InsertNode.Source source : taken.sources()) {
                    if (source.node() == node) {
                        columns.add(source.column());
                    }
                }
            }
        }
        return columns;
    }
}
