package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Distinct;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;

/** Renders the statements that read the rows of one entity. */
public final class SelectRenderer {

    /** The rows. */
    public <E> Sql select(Query<E> query, SelectList<E> list) {
        SqlWriter writer = new SqlWriter();
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
        return finished(query, slice(new SqlWriter(), query, list));
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
        SqlWriter writer = new SqlWriter();
        writer.append("with first as (");
        slice(writer, query.and(parts.get(0)), list).append(") select * from first union all (");
        slice(writer, query.and(parts.get(1)), list).append(" - (select count(*) from first))");
        return writer.toSql(query.entity());
    }

    /** What tells queries apart, apart from the values that they compare with: entity, condition and order. */
    public <E> String identity(Query<E> query) {
        SqlWriter writer = new SqlWriter();
        SelectList<E> list = SelectList.properties(query.entity().properties());
        return new SelectWriter<>(writer, query, Qualifier.implied(writer.newAlias()))
                .from()
                .orderBy(list)
                .end()
                .toSql(query.entity())
                .text();
    }

    /**
     * The rows of a page; after the list whether there is a row, and how many there are on all pages. Without rows on this page
     * the answer is one row that has the number only.
     */
    public <E> Sql page(Query<E> query, SelectList<E> list) {
        SqlWriter writer = new SqlWriter();
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
        return count(new SqlWriter(), query, list).toSql(query.entity());
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
    public <E> Sql exists(Query<E> query) {
        SqlWriter writer = new SqlWriter();
        writer.append("select exists (select 1");
        new SelectWriter<>(writer, query, Qualifier.implied(writer.newAlias())).from();
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
