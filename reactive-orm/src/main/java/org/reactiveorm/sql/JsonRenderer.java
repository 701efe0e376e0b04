package org.reactiveorm.sql;

import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Include;

/**
 * Writes related rows as one value of JSON. Values travel as the texts that the server itself writes and reads, since JSON has
 * no numbers, dates or bytes of its own that would keep them.
 */
final class JsonRenderer<E> {

    private final SqlWriter writer;
    private final Qualifier table;

    JsonRenderer(SqlWriter writer, Qualifier table) {
        this.writer = writer;
        this.table = table;
    }

    /** The related rows of this table's row. */
    <C> SqlWriter related(SelectList.RelatedList<E, C> related) {
        Include<E, C> include = related.include();
        String rows = writer.newAlias();
        Qualifier target = Qualifier.of(writer.newAlias());
        writer.append("(select json_agg(").append(rows).append(".j) from (select ");
        related.list().accept(new JsonRow<>(writer, target)).append(" as j");
        Condition<C> where = include.query().where();
        new RelatedRows(writer).from(include.relation(), target, table, where);
        new ExpressionRenderer<C>(writer, target).orderBy(include.query().orderBy());
        return SelectWriter.window(writer, include.query().window())
                .append(") ")
                .append(rows)
                .append(")");
    }

    /** Writes a row as JSON. An array has room for more values than a call has for arguments (PostgreSQL: 100). */
    private record JsonRow<C>(SqlWriter writer, Qualifier table) implements SelectList.Visitor<C, SqlWriter> {

        @Override
        public SqlWriter properties(SelectList.Properties<C> properties) {
            values(properties);
            return writer.append(")");
        }

        @Override
        public SqlWriter expressions(SelectList.Expressions<C> computed) {
            values(computed);
            return writer.append(")");
        }

        @Override
        public SqlWriter withRelated(SelectList.WithRelated<C> list) {
            values(list.base());
            for (SelectList.RelatedList<C, ?> related : list.related()) {
                writer.append(", ");
                new JsonRenderer<C>(writer, table).related(related);
            }
            return writer.append(")");
        }

        private void values(SelectList<C> list) {
            writer.append("json_build_array(to_json(array[");
            list.accept(new Texts<>(writer, table));
            writer.append("]::text[])");
        }
    }

    /** Writes the values of a row as texts. */
    private record Texts<C>(SqlWriter writer, Qualifier table) implements SelectList.Visitor<C, SqlWriter> {

        @Override
        public SqlWriter properties(SelectList.Properties<C> properties) {
            String separator = "";
            for (Property<C, ?> property : properties.properties()) {
                writer.append(separator);
                separator = ", ";
                text(property.type(), () -> writer.column(table, property.column()));
            }
            return writer;
        }

        @Override
        public SqlWriter expressions(SelectList.Expressions<C> computed) {
            ExpressionRenderer<C> expressions = new ExpressionRenderer<>(writer, table);
            String separator = "";
            for (Expression<C, ?> value : computed.expressions()) {
                writer.append(separator);
                separator = ", ";
                text(value.type(), () -> expressions.write(value));
            }
            return writer;
        }

        @Override
        public SqlWriter withRelated(SelectList.WithRelated<C> list) {
            return list.base().accept(this);
        }

        /** The cast of {@code char(n)} to text would cut off its blanks; a function that takes anything does not. */
        private void text(ColumnType<?> type, Runnable value) {
            if (isPadded(type)) {
                writer.append("case when ");
                value.run();
                writer.append(" is not null then concat(");
                value.run();
                writer.append(") end");
            } else {
                writer.append("(");
                value.run();
                // a real has fewer digits as text than the double that it is read into
                writer.append(")")
                        .append(type.wireType() == Double.class ? "::float8" : type.selectedAs())
                        .append("::text");
            }
        }

        private static boolean isPadded(ColumnType<?> type) {
            return type.castType().equalsIgnoreCase("bpchar");
        }
    }
}
