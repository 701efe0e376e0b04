package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.query.Arithmetic;
import org.reactiveorm.query.ArrayChange;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.RelationCount;
import org.reactiveorm.query.SqlFragment;

/** Writes expressions on the rows of one table. */
final class ExpressionRenderer<E> implements Expression.Visitor<E, SqlWriter> {

    private final SqlWriter writer;
    private final Qualifier table;

    ExpressionRenderer(SqlWriter writer, Qualifier table) {
        this.writer = writer;
        this.table = table;
    }

    SqlWriter write(Expression<E, ?> expression) {
        return expression.accept(this);
    }

    @Override
    public <T> SqlWriter column(Column<E, T> column) {
        return writer.column(table, column.property().column());
    }

    @Override
    public <T> SqlWriter literal(Literal<E, T> literal) {
        return writer.bind(literal.type(), literal.value());
    }

    @Override
    public <T> SqlWriter arithmetic(Arithmetic<E, T> arithmetic) {
        writer.append("(");
        write(arithmetic.left())
                .append(
                        switch (arithmetic.operator()) {
                            case PLUS -> " + ";
                            case MINUS -> " - ";
                            case TIMES -> " * ";
                            case DIVIDED_BY -> " / ";
                        });
        return write(arithmetic.right()).append(")");
    }

    @Override
    public <T> SqlWriter arrayChange(ArrayChange<E, T> change) {
        List<T> element = List.of(change.element());
        switch (change.operator()) {
            case APPEND ->
                column(change.array()).append(" || ").bindArray(change.array().element(), element);
            case PREPEND -> {
                writer.bindArray(change.array().element(), element).append(" || ");
                column(change.array());
            }
            case REMOVE -> {
                writer.append("array_remove(");
                column(change.array())
                        .append(", ")
                        .bind(change.array().element(), change.element())
                        .append(")");
            }
        }
        return writer;
    }

    @Override
    public <C> SqlWriter relationCount(RelationCount<E, C> count) {
        writer.append("(select count(*)");
        return new RelatedRows(writer)
                .from(count.relation(), table.alias(), count.condition())
                .append(")");
    }

    /** The caller's SQL in parentheses, so that its operators cannot reach out of it; it may have tables of its own. */
    @SuppressWarnings("unchecked") // the fragment's author says which entity its expressions belong to
    SqlWriter fragment(SqlFragment fragment) {
        ExpressionRenderer<E> arguments = new ExpressionRenderer<>(writer, table.written());
        writer.append("(").append(fragment.parts().get(0));
        for (int i = 0; i < fragment.arguments().size(); i++) {
            arguments
                    .write((Expression<E, ?>) fragment.arguments().get(i))
                    .append(fragment.parts().get(i + 1));
        }
        return writer.append(")");
    }

    /** The terms of an ORDER BY, where a bare name would be a column of the answer (PostgreSQL, SELECT). */
    static <E> SqlWriter orderBy(SqlWriter writer, Qualifier table, List<Order<E>> terms) {
        ExpressionRenderer<E> expressions = new ExpressionRenderer<>(writer, table.written());
        String separator = " order by ";
        for (Order<E> term : terms) {
            writer.append(separator);
            separator = ", ";
            expressions.write(term.expression());
            writer.append(term.direction() == Order.Direction.DESCENDING ? " desc" : "");
            writer.append(
                    switch (term.nulls()) {
                        case AS_LARGEST -> "";
                        case FIRST -> " nulls first";
                        case LAST -> " nulls last";
                    });
        }
        return writer;
    }
}
