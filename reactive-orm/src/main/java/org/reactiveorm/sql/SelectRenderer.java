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
        Qualifier table = Qualifier.implied(writer.newAlias());
        writer.append("select ").selected(table, properties);
        fromWhere(writer, table, query);
        new ExpressionRenderer<E>(writer, table).orderBy(query.orderBy());
        window(writer, query.window());
        if (writer.hasNoParameters()) {
            // without any, the driver asks for text, which takes nearly twice the time to read
            writer.append(" offset ").bindNumber(0);
        }
        return writer.toSql(query.entity());
    }

    /** One row with the number of rows. */
    public <E> Sql count(Query<E> query) {
        SqlWriter writer = new SqlWriter();
        Qualifier table = Qualifier.implied(writer.newAlias());
        writer.append("select count(*)");
        if (query.window().isLimited()) {
            writer.append(" from (select 1");
            fromWhere(writer, table, query);
            window(writer, query.window()).append(") as limited");
        } else {
            fromWhere(writer, table, query);
        }
        return writer.toSql(query.entity());
    }

    /** One row that says whether there are rows. */
    public <E> Sql exists(Query<E> query) {
        SqlWriter writer = new SqlWriter();
        Qualifier table = Qualifier.implied(writer.newAlias());
        writer.append("select exists (select 1");
        fromWhere(writer, table, query);
        return window(writer, query.window()).append(")").toSql(query.entity());
    }

    private <E> void fromWhere(SqlWriter writer, Qualifier table, Query<E> query) {
        writer.append(" from ").table(query.entity().table()).append(" ").append(table.alias());
        new ConditionRenderer<E>(writer, table).where(query.where());
    }

    static SqlWriter window(SqlWriter writer, Window window) {
        if (window.take() != null) {
            writer.append(" limit ").bindNumber(window.take());
        }
        if (window.skip() > 0) {
            writer.append(" offset ").bindNumber(window.skip());
        }
        return writer;
    }
}
