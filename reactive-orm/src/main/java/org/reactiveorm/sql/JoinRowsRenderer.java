package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.scope.Scopes;

/** Renders the removal of rows of a join table. The keys are one array parameter for each column. */
public final class JoinRowsRenderer {

    private static final String INPUT = "i";
    private static final String KEPT = "k";

    /** Removes these rows: the columns of the sources, and behind them those of the targets. */
    public Sql delete(JoinTable table, List<KeyedRows.Column> links) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        String alias = from(writer, table);
        List<String> columns = new ArrayList<>(table.sourceColumns());
        columns.addAll(table.targetColumns());
        using(KeySet.of(writer, links), alias, columns);
        return writer.toSql(List.of());
    }

    /** Removes all rows of the sources but those that are kept. */
    public Sql deleteOthers(JoinTable table, List<KeyedRows.Column> sources, List<KeyedRows.Column> kept) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        String alias = from(writer, table);
        using(KeySet.of(writer, sources), alias, table.sourceColumns());
        List<String> columns = new ArrayList<>(table.sourceColumns());
        columns.addAll(table.targetColumns());
        KeySet keys = KeySet.of(writer, kept);
        writer.append(" and not exists (select from ");
        keys.unnest(KEPT).append(" where ");
        keys.equal(alias, columns, KEPT, 0);
        return writer.append(")").toSql(List.of());
    }

    private static String from(SqlWriter writer, JoinTable table) {
        String alias = writer.newAlias();
        writer.append("delete from ")
                .table(table.table())
                .append(" as ")
                .append(alias)
                .append(" using ");
        return alias;
    }

    private static void using(KeySet keys, String alias, List<String> columns) {
        keys.unnest(INPUT).append(" where ");
        keys.equal(alias, columns, INPUT, 0);
    }
}
