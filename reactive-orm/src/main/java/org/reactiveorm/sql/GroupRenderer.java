package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Grouping;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;
import org.reactiveorm.scope.Scopes;

/** Renders the statements that read groups of rows. */
public final class GroupRenderer {

    private final Scopes scopes;

    /** Statements on the rows that are seen through these scopes. */
    public GroupRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The groups. */
    public <E> Sql select(Grouping<E> grouping, SelectList<Grouped<E>> list) {
        SqlWriter writer = new SqlWriter(scopes);
        new Statement<>(writer, grouping).select(list, "");
        if (writer.hasNoParameters()) {
            // without any, the driver asks for text, which takes nearly twice the time to read
            writer.append(" offset ").bindNumber(0);
        }
        return writer.toSql(grouping.rows().entity());
    }

    /** The groups of a page; after the list whether there is a group, and how many there are on all pages. */
    public <E> Sql page(Grouping<E> grouping, SelectList<Grouped<E>> list) {
        SqlWriter writer = new SqlWriter(scopes);
        return PageFrame.write(
                        writer,
                        () -> count(writer, grouping.within(Window.all())),
                        () -> new Statement<>(writer, grouping).select(list, ", true"))
                .toSql(grouping.rows().entity());
    }

    /** One row with the number of groups. */
    public <E> Sql count(Grouping<E> grouping) {
        SqlWriter writer = new SqlWriter(scopes);
        return count(writer, grouping).toSql(grouping.rows().entity());
    }

    private static <E> SqlWriter count(SqlWriter writer, Grouping<E> grouping) {
        writer.append("select count(*) from (");
        return new Statement<>(writer, grouping)
                .select(SelectList.expressions(List.of()), "1")
                .append(") as groups");
    }

    /** One select with GROUP BY. */
    private static final class Statement<E> {

        private final SqlWriter writer;
        private final Grouping<E> grouping;
        private final Qualifier table;
        private final GroupKeys keys;
        private final ExpressionRenderer<Grouped<E>> groups;

        Statement(SqlWriter writer, Grouping<E> grouping) {
            this.writer = writer;
            this.grouping = grouping;
            this.table = Qualifier.of(writer.newAlias());
            this.keys = new GroupKeys(grouping.keys());
            this.groups = new ExpressionRenderer<>(writer, table, keys);
        }

        SqlWriter select(SelectList<Grouped<E>> list, String more) {
            writer.append("select ");
            groups.selected(list);
            writer.append(more);
            from();
            groupBy();
            new ConditionRenderer<Grouped<E>>(writer, table, keys).clause(" having ", grouping.having());
            groups.orderBy(grouping.orderBy());
            return SelectWriter.window(writer, grouping.window());
        }

        /** The rows; where some are left out of an ordered result they have to be found first. */
        private void from() {
            Query<E> rows = grouping.rows();
            SelectWriter<E> source = new SelectWriter<>(writer, rows, table);
            if (!rows.window().isLimited()) {
                source.from();
                return;
            }
            SelectList<E> all = SelectList.properties(rows.entity().properties());
            writer.append(" from (select ").append(table.alias()).append(".*");
            source.from().orderBy(all).end().append(") ").append(table.alias());
        }

        private void groupBy() {
            ExpressionRenderer<E> expressions = new ExpressionRenderer<>(writer, table);
            String separator = " group by ";
            for (Expression<E, ?> key : grouping.keys()) {
                writer.append(separator);
                separator = ", ";
                keys.write(writer, key, expressions);
            }
        }
    }
}
