package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertNode.Source;
import org.reactiveorm.sql.InsertNode.Taken;

/**
 * Writes the insert of one node, without RETURNING: one row as VALUES, many as a select from one array for each column.
 * The rows that it takes keys from are WITH queries, which have the names of their nodes.
 */
final class InsertWriter {

    /** The alias of the input rows, with the columns {@code c0 …}, {@code p0 …} and the row number {@code n}. */
    static final String INPUT = "i";

    private final SqlWriter writer;
    private final List<InsertNode> nodes;
    private final InsertNode node;
    /** The positions that are columns of the input, once for the columns of one foreign key. */
    private final List<List<Integer>> positions = new ArrayList<>();

    InsertWriter(SqlWriter writer, List<InsertNode> nodes, InsertNode node) {
        this.writer = writer;
        this.nodes = nodes;
        this.node = node;
        for (Taken column : node.taken()) {
            if (node.size().many() && isOneOfMany(column) && !positions.contains(column.positions())) {
                positions.add(column.positions());
            }
        }
    }

    /** A node that takes nothing from others. */
    static InsertWriter alone(SqlWriter writer, InsertNode node) {
        return new InsertWriter(writer, List.of(node), node);
    }

    /** The name of the WITH query that makes a node's rows. */
    static String query(int node) {
        return "q" + node;
    }

    SqlWriter insert() {
        writer.append("insert into ").table(node.table());
        rows();
        return node.entity() == null ? writer.append(" on conflict do nothing") : writer;
    }

    /** The columns' names and the rows. */
    void rows() {
        if (!isOfDefaults()) {
            writer.append(" ").names(names());
        }
        if (node.size().many()) {
            writer.append(" select ");
            selected();
            writer.append(" from ");
            input();
            writer.append(" order by ").append(INPUT).append(".n");
        } else {
            values();
        }
    }

    private boolean isOfDefaults() {
        return node.given().isEmpty() && node.taken().isEmpty();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(node.given().size() + node.taken().size());
        node.given().forEach(column -> names.add(column.column()));
        node.taken().forEach(column -> names.add(column.column()));
        return names;
    }

    private void values() {
        if (isOfDefaults()) {
            writer.append(" default values");
            return;
        }
        String separator = " values (";
        for (Given<?> column : node.given()) {
            writer.append(separator);
            separator = ", ";
            bind(column);
        }
        for (Taken column : node.taken()) {
            writer.append(separator);
            separator = ", ";
            taken(column);
        }
        writer.append(")");
    }

    private <T> void bind(Given<T> column) {
        writer.bind(column.type(), column.values().get(0));
    }

    /**
     * {@code (select "id" from q0)}, or the row's element of an array of all values, which is made once for the statement. There
     * is no array, and so no key, where a trigger kept a row out and the positions are wrong.
     */
    private void taken(Taken column) {
        if (!isOneOfMany(column)) {
            Source source = column.sources().get(0);
            writer.append("(select ")
                    .name(source.column())
                    .append(" from ")
                    .append(query(source.node()))
                    .append(")");
            return;
        }
        writer.append("(select array_agg(k) from ");
        String separator = "(select ";
        int rows = 0;
        for (Source source : column.sources()) {
            writer.append(separator).name(source.column()).append(" as k from ").append(query(source.node()));
            separator = " union all select ";
            rows += nodes.get(source.node()).size().rows();
        }
        writer.append(") as s having count(*) = ").bindNumber(rows).append(")[");
        if (node.size().many()) {
            writer.append(INPUT + ".p" + positions.indexOf(column.positions()));
        } else {
            writer.bindNumber(column.positions().get(0));
        }
        writer.append("]");
    }

    private boolean isOneOfMany(Taken column) {
        return column.sources().size() > 1
                || nodes.get(column.sources().get(0).node()).size().many();
    }

    /** The values of all columns of many rows, in the order of their names. */
    void selected() {
        String separator = "";
        for (int i = 0; i < node.given().size(); i++) {
            writer.append(separator).append(given(i));
            separator = ", ";
        }
        for (Taken column : node.taken()) {
            writer.append(separator);
            separator = ", ";
            taken(column);
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
                    .bindNumber(node.size().rows())
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
        for (List<Integer> position : positions) {
            writer.append(separator).bindUnnest(ColumnTypes.INTEGER, position);
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
