package org.reactiveorm.sql;

import org.reactiveorm.query.Expression;

/** Writes select lists, each value cast to what the driver can read. */
final class SelectListRenderer<E> implements SelectList.Visitor<E, SqlWriter> {

    private final SqlWriter writer;
    private final Qualifier table;
    private final ExpressionRenderer<E> expressions;

    SelectListRenderer(SqlWriter writer, Qualifier table, ExpressionRenderer<E> expressions) {
        this.writer = writer;
        this.table = table;
        this.expressions = expressions;
    }

    @Override
    public SqlWriter properties(SelectList.Properties<E> properties) {
        return writer.selected(table, properties.properties());
    }

    @Override
    public SqlWriter expressions(SelectList.Expressions<E> computed) {
        String separator = "";
        for (Expression<E, ?> value : computed.expressions()) {
            writer.append(separator);
            separator = ", ";
            expressions.write(value).append(value.type().selectedAs());
        }
        return writer;
    }

    @Override
    public SqlWriter withRelated(SelectList.WithRelated<E> list) {
        list.base().accept(this);
        for (SelectList.RelatedList<E, ?> related : list.related()) {
            writer.append(", ");
            // as text, since JSON has no equality that DISTINCT could use
            new JsonRenderer<E>(writer, table.written()).related(related).append("::text");
        }
        return writer;
    }
}
