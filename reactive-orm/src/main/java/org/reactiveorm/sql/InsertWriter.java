package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertNode.Reference;
import org.reactiveorm.sql.InsertNode.Taken;

/**
 * Writes the insert of one node, without RETURNING: one row as VALUES, many as a select from one array for each column.
 * The rows that it takes keys from are WITH queries, named {@code t0 …} in the order of the nodes.
 */
final class InsertWriter {

    /** The alias of the input rows, with the columns {@code c0 …}, {@code p0 …} and the row number {@code n}. */
    static final String INPUT = "i";

    private final SqlWriter writer;
    private final List<InsertNode> nodes;
    private final InsertNode node;
    /** Positions in an insert of many rows; the row of an insert of one needs none. */
    private final List<Reference> positions = new ArrayList<>();

    InsertWriter(SqlWriter writer, List<InsertNode> nodes, InsertNode node) {
        this.writer = writer;
        this.nodes = nodes;
        this.node = node;
        for (Taken column : node.taken()) {
            if (isOneOfMany(column.reference()) && !positions.contains(column.reference())) {
                positions.add(column.reference());
            }
        }
    }

    /** A node that takes nothing from others. */
    static InsertWriter alone(SqlWriter writer, InsertNode node) {
        return new InsertWriter(writer, List.of(node), node);
    }

    /** The name of the WITH query that makes this node's rows. */
    static String query(int node) {
        return "t" + node;
    }

    SqlWriter insert() {
        writer.append("insert into ").table(node.table());
        if (node.rows() == 1) {
            values();
        } else {
            names(" (").append(" select ");
            selected();
            writer.append(" from ");
            input();
            writer.append(" order by ").append(INPUT).append(".n");
        }
        return node.entity() == null ? writer.append(" on conflict do nothing") : writer;
    }

    private void values() {
        if (node.given().isEmpty() && node.taken().isEmpty()) {
            writer.append(" default values");
            return;
        }
        names(" (").append(" values (");
        String separator = "";
        for (Given<?> column : node.given()) {
            writer.append(separator);
            separator = ", ";
            bind(column);
        }
        for (Taken column : node.taken()) {
            writer.append(separator);
            separator = ", ";
            value(column);
            if (isOneOfMany(column.reference())) {
                writer.append("[")
                        .bindRows(column.reference().positions().get(0))
                        .append("]");
            }
        }
        writer.append(")");
    }

    private <T> void bind(Given<T> column) {
        writer.bind(column.type(), column.values().get(0));
    }

    /** {@code (select "id" from t0)}, or all of the rows' values as one array, which is made once. */
    private void value(Taken column) {
        boolean many = isOneOfMany(column.reference());
        writer.append(many ? "(select array_agg(" : "(select ")
                .name(column.from())
                .append(many ? ") from " : " from ")
                .append(query(column.reference().node()))
                .append(")");
    }

    private boolean isOneOfMany(Reference reference) {
        return nodes.get(reference.node()).rows() > 1;
    }

    private SqlWriter names(String first) {
        String separator = first;
        for (Given<?> column : node.given()) {
            writer.append(separator).name(column.column());
            separator = ", ";
        }
        for (Taken column : node.taken()) {
            writer.append(separator).name(column.column());
            separator = ", ";
        }
        return separator.equals(first) ? writer : writer.append(")");
    }

    /** The values of all columns, in the order of their names. */
    void selected() {
        String separator = "";
        for (int i = 0; i < node.given().size(); i++) {
            writer.append(separator).append(given(i));
            separator = ", ";
        }
        for (Taken column : node.taken()) {
            writer.append(separator);
            separator = ", ";
            value(column);
            if (isOneOfMany(column.reference())) {
                writer.append("[" + INPUT + ".p")
                        .append(String.valueOf(positions.indexOf(column.reference())))
                        .append("]");
            }
        }
    }

    /** A given column of the input, cast to its type where the array could not be of it. */
    String given(int column) {
        return node.given().get(column).type().array().unnested(INPUT + ".c" + column);
    }

    /** {@code unnest($1, $2, $3) with ordinality as i(c0, c1, p0, n)}; of nothing, as many numbers as there are rows. */
    void input() {
        if (node.given().isEmpty() && positions.isEmpty()) {
            writer.append("generate_series(1, ")
                    .bindRows(node.rows())
                    .append(") as ")
                    .append(INPUT + "(n)");
            return;
        }
        writer.append("unnest(");
        String separator = "";
        for (Given<?> column : node.given()) {
            writer.append(separator);
            separator = ", ";
            unnest(column);
        }
        for (Reference reference : positions) {
            writer.append(separator).bindUnnest(ColumnTypes.INTEGER, reference.positions());
            separator = ", ";
        }
        writer.append(") with ordinality as " + INPUT + "(");
        for (int i = 0; i < node.given().size(); i++) {
            writer.append("c" + i + ", ");
        }
        for (int i = 0; i < positions.size(); i++) {
            writer.append("p" + i + ", ");
        }
        writer.append("n)");
    }

    private <T> void unnest(Given<T> column) {
        writer.bindUnnest(column.type(), column.values());
    }
}
