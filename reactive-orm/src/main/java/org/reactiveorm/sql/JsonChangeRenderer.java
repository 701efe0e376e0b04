package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.JsonChange;
import org.reactiveorm.query.JsonEdit;
import org.reactiveorm.query.JsonPlace;
import org.reactiveorm.query.SqlExpression;
import org.reactiveorm.query.SqlFragment;

/**
 * Writes a document with parts of it changed. The server's {@code jsonb_set} makes the last step only, and takes a key for a
 * position; so each step is a call of its own, on an object or array that is made where it is missing.
 */
final class JsonChangeRenderer<E> {

    private final SqlWriter writer;
    private final ExpressionRenderer<E> expressions;

    JsonChangeRenderer(SqlWriter writer, ExpressionRenderer<E> expressions) {
        this.writer = writer;
        this.expressions = expressions;
    }

    SqlWriter write(JsonChange<E, ?> change) {
        return changed(change.json(), change.edits());
    }

    /** The last change is made to what the ones before have left, which {@code offset 0} lets the server compute once. */
    private SqlWriter changed(Expression<E, ?> json, List<JsonEdit<E>> edits) {
        int last = edits.size() - 1;
        if (last == 0) {
            return edits.get(0).accept(new Edit(json));
        }
        String before = writer.newAlias();
        SqlFragment document = new SqlFragment(List.of(before + ".j"), List.of());
        writer.append("(select ");
        edits.get(last).accept(new Edit(new SqlExpression<>(ColumnTypes.anyJson(), document)));
        writer.append(" from (select ");
        return changed(json, edits.subList(0, last)).append(" as j offset 0) " + before + ")");
    }

    /** One change of a document. */
    private final class Edit implements JsonEdit.Visitor<E, SqlWriter> {

        private final Expression<E, ?> document;

        Edit(Expression<E, ?> document) {
            this.document = document;
        }

        @Override
        public SqlWriter put(JsonEdit.Put<E> put) {
            return set(put.steps(), 0, () -> expressions.write(put.value()));
        }

        @Override
        public SqlWriter merge(JsonEdit.Merge<E> merge) {
            return set(merge.steps(), 0, () -> {
                container(merge.steps(), "object").append(" || ");
                expressions.write(merge.object());
            });
        }

        @Override
        public SqlWriter removal(JsonEdit.Removal<E> removal) {
            writer.append("case when ");
            new JsonPathRenderer(writer).write(new JsonPlace<>(document, removal.steps()), expressions);
            writer.append(" is not null then ");
            expressions.write(document).append(" #- ");
            bindPath(removal.steps()).append(" else ");
            return expressions.write(document).append(" end");
        }

        /** What is at the first steps, with the value at the end of all steps. */
        private SqlWriter set(List<Object> steps, int depth, Runnable value) {
            if (depth == steps.size()) {
                value.run();
                return writer;
            }
            writer.append("jsonb_set(");
            container(steps.subList(0, depth), steps.get(depth) instanceof Integer ? "array" : "object")
                    .append(", ");
            bindPath(steps.subList(depth, depth + 1)).append(", ");
            return set(steps, depth + 1, value).append(")");
        }

        /**
         * The object or array at these steps, an empty one where there is none. Anything else is an error of the server, since
         * no step leads into a number: a CASE has no other way to raise one.
         */
        private SqlWriter container(List<Object> steps, String form) {
            writer.append("case coalesce(jsonb_typeof(");
            at(steps)
                    .append("), 'null') when 'null' then '" + (form.equals("object") ? "{}" : "[]") + "' when '" + form
                            + "' then ");
            at(steps).append(" else jsonb_set('0', '{}', ");
            return at(steps).append(") end");
        }

        /** Every step before was found to be of the right form, or the statement fails. */
        private SqlWriter at(List<Object> steps) {
            if (steps.isEmpty()) {
                return expressions.write(document);
            }
            expressions.write(document).append(" #> ");
            return bindPath(steps);
        }

        private SqlWriter bindPath(List<Object> steps) {
            return writer.bindArray(
                    ColumnTypes.STRING, steps.stream().map(String::valueOf).toList());
        }
    }
}
