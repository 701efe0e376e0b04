package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.EntityModel;

/**
 * Renders inserts that depend on each other as one statement: a WITH query for each table (PostgreSQL, chapter 7.8.4). The
 * server checks foreign keys at the end of the statement, so the order in which it runs the queries does not matter. A row
 * finds the row it refers to by its position: RETURNING hands out rows as they are inserted, which is in the order of the
 * input. The text depends on the columns, and on which inserts have one row and which have many.
 */
public final class InsertGraphRenderer {

    /** The answer is read from the root's rows alone. */
    private static final Qualifier ONLY = Qualifier.implied("");

    /** Makes all rows of the graph and answers those of the root with all of their columns. */
    public <R> Sql graph(InsertGraph<R> graph) {
        SqlWriter writer = new SqlWriter();
        List<EntityModel<?>> entities = new ArrayList<>(graph.nodes().size());
        entities.add(graph.answered().entity());
        for (int i = 0; i < graph.nodes().size(); i++) {
            InsertNode node = graph.nodes().get(i);
            writer.append(i == 0 ? "with " : ", ").append(InsertWriter.query(i)).append(" as (");
            new InsertWriter(writer, graph.nodes(), node).insert();
            returning(writer, graph, i).append(")");
            if (node.entity() != null) {
                entities.add(node.entity());
            }
        }
        return writer.append(" select ")
                .selected(ONLY, graph.answered().entity().properties())
                .append(" from ")
                .append(InsertWriter.query(graph.root()))
                .toSql(entities);
    }

    private static SqlWriter returning(SqlWriter writer, InsertGraph<?> graph, int node) {
        if (node == graph.root()) {
            return writer.append(" returning *");
        }
        String separator = " returning ";
        for (String column : graph.takenFrom(node)) {
            writer.append(separator).name(column);
            separator = ", ";
        }
        return writer;
    }
}
