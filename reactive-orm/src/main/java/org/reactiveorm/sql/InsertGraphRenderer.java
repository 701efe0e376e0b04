package org.reactiveorm.sql;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.scope.Scopes;

/**
 * Renders inserts that depend on each other as one statement of WITH queries (PostgreSQL, chapter 7.8.4). The server checks
 * foreign keys at the end of the statement, so the order in which it runs the queries does not matter. A row finds the
 * row it refers to by its position: RETURNING hands out rows as they are inserted, which is in the order of the input. The
 * text depends on the columns, and on which inserts are of one row and which of many.
 */
public final class InsertGraphRenderer {

    /** Each part of the answer is read from one root alone. */
    private static final Qualifier ONLY = Qualifier.implied("");

    /** Makes all rows of the graph and answers those of the roots with all of their columns. */
    public <R> Sql graph(InsertGraph<R> graph) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        Set<EntityModel<?>> entities = new LinkedHashSet<>();
        entities.add(graph.entity());
        for (int i = 0; i < graph.nodes().size(); i++) {
            InsertNode node = graph.nodes().get(i);
            writer.append(i == 0 ? "with " : ", ").append(InsertWriter.query(i)).append(" as (");
            new InsertWriter(writer, graph.nodes(), node).insert();
            returning(writer, graph, i).append(")");
            if (node.entity() != null) {
                entities.add(node.entity());
            }
        }
        String separator = " ";
        for (int root : graph.roots()) {
            writer.append(separator)
                    .append("select ")
                    .selected(ONLY, graph.entity().properties())
                    .append(" from ")
                    .append(InsertWriter.query(root));
            separator = " union all ";
        }
        return writer.toSql(List.copyOf(entities));
    }

    private static <R> SqlWriter returning(SqlWriter writer, InsertGraph<R> graph, int node) {
        Collection<String> columns = graph.roots().contains(node)
                ? RelatedRows.columns(graph.entity().properties())
                : graph.takenFrom(node);
        String separator = " returning ";
        for (String column : columns) {
            writer.append(separator).name(column);
            separator = ", ";
        }
        return writer;
    }
}
