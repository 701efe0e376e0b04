package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;

/** Renders the statements that read the rows of one entity. */
public final class SelectRenderer {

    /** The entity's columns in the order of its properties. */
    public <E> Sql select(Query<E> query) {
        return select(query, query.entity().properties());
    }

    /** Some of the entity's columns. */
    public <E> Sql select(Query<E> query, List<Property<E, ?>> properties) {
        SqlWriter writer = new SqlWriter();
        String alias = writer.newAlias();
        writer.append("select ").selected(alias, properties);
        fromWhere(writer, alias, query);
        new ExpressionRenderer<E>(writer, alias).orderBy(query.orderBy());
        return window(writer, query.window()).toSql(query.entity());
    }

    /** One row with the number of rows. */
    public <E> Sql count(Query<E> query) {
        SqlWriter writer = new SqlWriter();
        String alias = writer.newAlias();
        writer.append("select count(*)");
        if (query.window().isLimited()) {
            writer.append(" from (select 1");
            fromWhere(writer, alias, query);
            window(writer, query.window()).append(") as limited");
        } else {
            fromWhere(writer, alias, query);
        }
        return writer.toSql(query.entity());
    }

    /** One row that says whether there are rows. */
    public <E> Sql exists(Query<E> query) {
        SqlWriter writer = new SqlWriter();
        String alias = writer.newAlias();
        writer.append("select exists (select 1");
        fromWhere(writer, alias, query);
        return window(writer, query.window()).append(")").toSql(query.entity());
    }

    private <E> void fromWhere(SqlWriter writer, String alias, Query<E> query) {
        writer.append(" from ").table(query.entity().table()).append(" ").append(alias);
        new ConditionRenderer<E>(writer, alias).where(query.where());
    }

    static SqlWriter window(SqlWriter writer, Window window) {
        if (window.take() != null) {
            writer.append(" limit ").bindRows(window.take());
        }
        if (window.skip() > 0) {
            writer.append(" offset ").bindRows(window.skip());
        }
        return writer;
    }
}
