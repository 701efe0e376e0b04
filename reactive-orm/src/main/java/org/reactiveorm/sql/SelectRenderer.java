package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Distinct;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;
import org.reactiveorm.scope.Scopes;

/** Renders the statements that read the rows of one entity. */
public final class SelectRenderer {

    private final Scopes scopes;

    /** Statements on the rows that are seen through these scopes. */
    public SelectRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The rows. */
    public <E> Sql select(Query<E> query, SelectList<E> list) {
        SqlWriter writer = new SqlWriter(scopes);
        return finished(
                query,
                new SelectWriter<>(writer, query, Qualifier.implied(writer.newAlias()))
                        .select(list)
                        .from()
                        .orderBy(list)
                        .end());
    }

    /** The rows; after the list the values that they are ordered by, each as text. */
    public <E> Sql slice(Query<E> query, SelectList<E> list) {
        return finished(query, slice(new SqlWriter(scopes), query, list));
    }

    private static <E> SqlWriter slice(SqlWriter writer, Query<E> query, SelectList<E> list) {
        return new SelectWriter<>(writer, query, Qualifier.implied(writer.newAlias()))
                .select(list)
                .orderTexts()
                .from()
                .orderBy(list)
                .end();
    }

    /**
     * The rows of the query for which the first condition holds, and if there are too few of them, of those for which the second
     * one holds. In which order the two come is up to the server.
     */
    public <E> Sql slice(Query<E> query, List<Condition<E>> parts, SelectList<E> list) {
        SqlWriter writer = new SqlWriter(scopes);
        String first = writer.newAlias();
        writer.append("with ").append(first).append(" as (");
        slice(writer, query.and(parts.get(0)), list)
                .append(") select * from ")
                .append(first)
                .append(" union all (");
        return slice(writer, query.and(parts.get(1)), list)
                .append(" - (select count(*) from ")
                .append(first)
                .append("))")
                .toSql(query.entity());
    }

    /**
     * What tells queries apart, apart from the values that conditions compare with: entity, condition, with the paths in JSON, and
     * what the rows are ordered by, with the values in that.
     */
    public <E> String identity(Query<E> query) {
        SqlWriter conditions = new SqlWriter(scopes);
        new SelectWriter<>(conditions, query, Qualifier.of(conditions.newAlias())).from();
        SqlWriter order = new SqlWriter(scopes);
        Sql terms = new ExpressionRenderer<E>(order, Qualifier.of(order.newAlias()))
                .orderBy(query.orderBy())
                .toSql(query.entity());
        return conditions.toSql(query.entity()).text() + conditions.notes() + terms.text() + terms.values();
    }

    /**
     * The rows of a page; after the list whether there is a row, and how many there are on all pages. Without rows on this page
     * the answer is one row that has the number only.
     */
    public <E> Sql page(Query<E> query, SelectList<E> list) {
        SqlWriter writer = new SqlWriter(scopes);
        return PageFrame.write(writer, () -> count(writer, query.within(Window.all()), list), () -> {
                    SelectWriter<E> rows =
                            new SelectWriter<>(writer, query, Qualifier.implied(writer.newAlias())).select(list);
                    writer.append(", true");
                    return rows.from().orderBy(list).end();
                })
                .toSql(query.entity());
    }

    /** One row with the number of rows. */
    public <E> Sql count(Query<E> query, SelectList<E> list) {
        return count(new SqlWriter(scopes), query, list).toSql(query.entity());
    }

    private static <E> SqlWriter count(SqlWriter writer, Query<E> query, SelectList<E> list) {
        SelectWriter<E> rows = new SelectWriter<>(writer, query, Qualifier.implied(writer.newAlias()));
        boolean isDistinct = query.distinct().kind() == Distinct.Kind.ROWS;
        writer.append("select count(*)");
        if (!isDistinct && !query.window().isLimited()) {
            rows.from();
            return writer;
        }
        writer.append(" from (");
        if (isDistinct) {
            rows.select(list);
        } else {
            writer.append("select 1");
        }
        rows.from();
        return SelectWriter.window(writer, query.window()).append(") as limited");
    }

    /** One row that says whether there are rows. */
    public <E> Sql exists(Query<E> query, SelectList<E> list) {
        SqlWriter writer = new SqlWriter(scopes);
        SelectWriter<E> rows = new SelectWriter<>(writer, query, Qualifier.implied(writer.newAlias()));
        writer.append("select exists (");
        if (query.distinct().kind() == Distinct.Kind.ROWS) {
            rows.select(list);
        } else {
            writer.append("select 1");
        }
        rows.from();
        return SelectWriter.window(writer, query.window()).append(")").toSql(query.entity());
    }

    private static Sql finished(Query<?> query, SqlWriter writer) {
        if (writer.hasNoParameters()) {
            // without any, the driver asks for text, which takes nearly twice the time to read
            writer.append(" offset ").bindNumber(0);
        }
        return writer.toSql(query.entity());
    }
}
