package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.query.Aggregate;
import org.reactiveorm.query.Arithmetic;
import org.reactiveorm.query.ArrayChange;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Conditional;
import org.reactiveorm.query.Excluded;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.GroupKey;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.JsonChange;
import org.reactiveorm.query.JsonPlace;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.RelatedAggregate;
import org.reactiveorm.query.RelatedValue;
import org.reactiveorm.query.SqlExpression;
import org.reactiveorm.query.SqlFragment;

/** Writes expressions on the rows of one table. */
final class ExpressionRenderer<E> implements Expression.Visitor<E, SqlWriter> {

    private final SqlWriter writer;
    private final Qualifier table;
    private final GroupKeys keys;

    ExpressionRenderer(SqlWriter writer, Qualifier table) {
        this(writer, table, GroupKeys.NONE);
    }

    ExpressionRenderer(SqlWriter writer, Qualifier table, GroupKeys keys) {
        this.writer = writer;
        this.table = table;
        this.keys = keys;
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
        write(arithmetic.left()).append(" " + arithmetic.operator().symbol() + " ");
        return write(arithmetic.right()).append(")");
    }

    @Override
    public <T> SqlWriter arrayChange(ArrayChange<E, T> change) {
        ColumnType<T> element = change.array().element();
        switch (change.operator()) {
            case APPEND -> column(change.array()).append(" || ").bindArray(element, change.elements());
            case PREPEND -> {
                writer.bindArray(element, change.elements()).append(" || ");
                column(change.array());
            }
            case REMOVE -> {
                writer.append("array_remove(");
                column(change.array())
                        .append(", ")
                        .bind(element, change.elements().get(0))
                        .append(")");
            }
            case REMOVE_ALL -> withoutAll(change);
        }
        return writer;
    }

    /** What is left keeps its order, and an element that is NULL, as {@code array_remove} does. */
    private <T> void withoutAll(ArrayChange<E, T> change) {
        String left = writer.newAlias();
        writer.append("case when ");
        column(change.array()).append(" is not null then array(select " + left + ".e from unnest(");
        column(change.array()).append(") with ordinality as " + left + "(e, n) where (" + left + ".e = any(");
        writer.bindArray(change.array().element(), change.elements())
                .append(")) is not true order by " + left + ".n) end");
    }

    @Override
    public <C, T> SqlWriter relatedValue(RelatedValue<E, C, T> value) {
        Qualifier related = Qualifier.of(writer.newAlias());
        writer.append("(select ");
        new ExpressionRenderer<C>(writer, related).write(value.value());
        return new RelatedRows(writer)
                .from(value.relation(), related, table, Condition.always())
                .append(")");
    }

    @Override
    public <C, T> SqlWriter relatedAggregate(RelatedAggregate<E, C, T> aggregate) {
        Qualifier related = Qualifier.of(writer.newAlias());
        writer.append("(select ");
        new ExpressionRenderer<Grouped<C>>(writer, related).write(aggregate.value());
        return new RelatedRows(writer)
                .from(aggregate.relation(), related, table, aggregate.condition())
                .append(")");
    }

    @Override
    public <T> SqlWriter excluded(Excluded<E, T> excluded) {
        Column<E, T> column = excluded.column();
        if (!writer.knowsExcluded()) {
            throw new InvalidQueryException(
                    "%s.%s.excluded() is the value that an upsert would have inserted, and this is no upsert. Use the column, or a value."
                            .formatted(column.entity(), column.property().name()),
                    ErrorContext.of(column.entity())
                            .withProperties(List.of(column.property().name())));
        }
        return writer.column("excluded", column.property().column());
    }

    @Override
    public <T> SqlWriter conditional(Conditional<E, T> conditional) {
        writer.append("case when ");
        conditional.condition().accept(new ConditionRenderer<>(writer, table)).append(" then ");
        return write(conditional.value()).append(" end");
    }

    @Override
    public <T> SqlWriter sql(SqlExpression<E, T> sql) {
        return fragment(sql.fragment());
    }

    @Override
    public <T> SqlWriter jsonPlace(JsonPlace<E, T> place) {
        return new JsonPathRenderer(writer).write(place, this);
    }

    @Override
    public <T> SqlWriter jsonChange(JsonChange<E, T> change) {
        return new JsonChangeRenderer<>(writer, this).write(change);
    }

    @Override
    public <C, T> SqlWriter aggregate(Aggregate<C, T> aggregate) {
        return new AggregateRenderer<C>(writer, table).write(aggregate);
    }

    @Override
    public <C, T> SqlWriter groupKey(GroupKey<C, T> key) {
        return keys.write(writer, key, new ExpressionRenderer<C>(writer, table));
    }

    /** The caller's SQL in parentheses, so that its operators cannot reach out of it; it may have tables of its own. */
    @SuppressWarnings("unchecked") // the fragment's author says which entity its expressions belong to
    SqlWriter fragment(SqlFragment fragment) {
        ExpressionRenderer<E> arguments = new ExpressionRenderer<>(writer, table.written(), keys);
        writer.append("(").append(fragment.parts().get(0));
        for (int i = 0; i < fragment.arguments().size(); i++) {
            arguments
                    .write((Expression<E, ?>) fragment.arguments().get(i))
                    .append(fragment.parts().get(i + 1));
        }
        boolean endsInComment =
                fragment.parts().get(fragment.parts().size() - 1).contains("--");
        return writer.append(endsInComment ? "\n)" : ")");
    }

    /** A select list, each value cast to what the driver can read. */
    SqlWriter selected(SelectList<E> list) {
        return list.accept(new SelectListRenderer<>(writer, table, this));
    }

    /** The clause ORDER BY, or nothing without terms. */
    SqlWriter orderBy(List<Order<E>> terms) {
        return orderTerms(" order by ", terms);
    }

    /** The terms of an ORDER BY, where a bare name would be a column of the answer (PostgreSQL, SELECT). */
    SqlWriter orderTerms(String first, List<Order<E>> terms) {
        ExpressionRenderer<E> expressions = new ExpressionRenderer<>(writer, table.written(), keys);
        String separator = first;
        for (Order<E> term : terms) {
            writer.append(separator);
            separator = ", ";
            expressions.write(term.expression());
            direction(writer, term);
        }
        return writer;
    }

    static SqlWriter direction(SqlWriter writer, Order<?> term) {
        return writer.append(term.direction() == Order.Direction.DESCENDING ? " desc" : "")
                .append(
                        switch (term.nulls()) {
                            case AS_LARGEST -> "";
                            case FIRST -> " nulls first";
                            case LAST -> " nulls last";
                        });
    }
}
