package org.reactiveorm.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Distinct;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;

/** Writes the clauses of a select on the rows of one query, in the order in which its methods are called. */
final class SelectWriter<E> {

    private final SqlWriter writer;
    private final Query<E> query;
    private final Qualifier table;
    private final ExpressionRenderer<E> expressions;

    SelectWriter(SqlWriter writer, Query<E> query, Qualifier table) {
        this.writer = writer;
        this.query = query;
        this.table = table;
        this.expressions = new ExpressionRenderer<>(writer, table);
    }

    /** {@code select a, b}, or {@code select distinct a, b}. */
    SelectWriter<E> select(SelectList<E> list) {
        writer.append(query.distinct().kind() == Distinct.Kind.ROWS ? "select distinct " : "select ");
        expressions.selected(list);
        return this;
    }

    /** The values that the rows are ordered by, each as text, after the select list. */
    SelectWriter<E> orderTexts() {
        ExpressionRenderer<E> written = new ExpressionRenderer<>(writer, table.written());
        for (Order<E> term : query.orderBy()) {
            writer.append(", (");
            written.write(term.expression()).append(")::text");
        }
        return this;
    }

    /** {@code from … where …}. */
    SelectWriter<E> from() {
        if (query.distinct().kind() == Distinct.Kind.ON) {
            fromFirstOfEach();
        } else {
            fromTable();
        }
        return this;
    }

    private void fromTable() {
        writer.append(" from ").rowsOf(query.entity()).append(" ").append(table.alias());
        new ConditionRenderer<E>(writer, table).where(query.entity(), query.where());
    }

    /** The server keeps the first row of each group, and wants the groups to come first in the order for that. */
    private void fromFirstOfEach() {
        List<Expression<E, ?>> on = query.distinct().on();
        GroupKeys keys = new GroupKeys(on);
        ExpressionRenderer<E> rows = new ExpressionRenderer<>(writer, table.written());
        String separator = " from (select distinct on (";
        for (Expression<E, ?> each : on) {
            writer.append(separator);
            separator = ", ";
            keys.write(writer, each, rows);
        }
        writer.append(") ").append(table.alias()).append(".*");
        fromTable();
        separator = " order by ";
        for (Expression<E, ?> each : on) {
            writer.append(separator);
            separator = ", ";
            keys.write(writer, each, rows);
        }
        rows.orderTerms(separator, query.orderBy());
        writer.append(") ").append(table.alias());
    }

    /** {@code order by …}. */
    SelectWriter<E> orderBy(SelectList<E> list) {
        if (query.distinct().kind() == Distinct.Kind.ROWS) {
            orderByPlaces(list);
        } else {
            expressions.orderBy(query.orderBy());
        }
        return this;
    }

    /** Of equal rows only one is left, so they can be ordered by nothing but what is read (SQLSTATE 42P10). */
    private void orderByPlaces(SelectList<E> list) {
        String separator = " order by ";
        for (Order<E> term : query.orderBy()) {
            writer.append(separator);
            separator = ", ";
            writer.append(Integer.toString(place(list, term.expression()) + 1));
            ExpressionRenderer.direction(writer, term);
        }
    }

    private int place(SelectList<E> list, Expression<E, ?> expression) {
        int place = list.indexOf(expression);
        if (place < 0) {
            throw new InvalidQueryException(
                    "Different rows of %s are ordered by something that is not read of them. Select what they are ordered by too, or leave out distinct()."
                            .formatted(query.entity().name()),
                    ErrorContext.of(query.entity().name()));
        }
        return place;
    }

    /** {@code limit … offset … for update}. */
    SqlWriter end() {
        window(writer, query.window());
        return lock();
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

    private SqlWriter lock() {
        @Nullable Lock lock = query.lock();
        if (lock == null) {
            return writer;
        }
        return writer.append(
                        switch (lock.strength()) {
                            case UPDATE -> " for update";
                            case NO_KEY_UPDATE -> " for no key update";
                            case SHARE -> " for share";
                            case KEY_SHARE -> " for key share";
                        })
                .append(
                        switch (lock.whenLocked()) {
                            case BLOCK -> "";
                            case SKIP -> " skip locked";
                            case FAIL -> " nowait";
                        });
    }
}
