package org.reactiveorm.sql;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.query.Aggregate;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Constant;
import org.reactiveorm.query.Expression;

/** Writes values computed from the rows of a group. */
final class AggregateRenderer<E> {

    private final SqlWriter writer;
    private final Qualifier table;
    private final ExpressionRenderer<E> rows;

    AggregateRenderer(SqlWriter writer, Qualifier table) {
        this.writer = writer;
        this.table = table;
        this.rows = new ExpressionRenderer<>(writer, table);
    }

    <T> SqlWriter write(Aggregate<E, T> aggregate) {
        writer.append(
                switch (aggregate.function()) {
                    case COUNT -> "count(";
                    case COUNT_DISTINCT -> "count(distinct ";
                    case SUM -> "sum(";
                    case AVG -> "avg(";
                    case MIN -> "min(";
                    case MAX -> "max(";
                    case COLLECT -> "array_agg(";
                    case JOIN -> "string_agg(";
                });
        operand(aggregate);
        rows.orderBy(aggregate.orderBy());
        writer.append(")");
        filter(aggregate.filter());
        return writer.append(resultCast(aggregate));
    }

    private void operand(Aggregate<E, ?> aggregate) {
        @Nullable Expression<E, ?> operand = aggregate.operand();
        if (operand == null) {
            writer.append("*");
            return;
        }
        rows.write(operand);
        String separator = aggregate.separator();
        if (separator != null) {
            writer.append("::text, ").bind(ColumnTypes.STRING, separator);
        } else if (isSumOfFloats(aggregate)) {
            // the sum of real is real, whose six digits are soon used up
            writer.append("::float8");
        } else if (isExtremeOfUuids(aggregate)) {
            writer.append("::text collate \"C\"");
        }
    }

    private void filter(Condition<E> condition) {
        if (!(condition instanceof Constant<E> constant && constant.value())) {
            writer.append(" filter (where ");
            condition.accept(new ConditionRenderer<>(writer, table)).append(")");
        }
    }

    /** Sums and means are of the type that is read, whatever the column was declared as. */
    private static String resultCast(Aggregate<?, ?> aggregate) {
        return switch (aggregate.function()) {
            case SUM, AVG -> "::" + aggregate.type().sqlType();
            default -> isExtremeOfUuids(aggregate) ? "::uuid" : "";
        };
    }

    /** PostgreSQL orders uuid but has no min and max of it (chapter 9.21); their text has the same order. */
    private static boolean isExtremeOfUuids(Aggregate<?, ?> aggregate) {
        return (aggregate.function() == Aggregate.Function.MIN || aggregate.function() == Aggregate.Function.MAX)
                && aggregate.type().sqlType().equals("uuid");
    }

    private static boolean isSumOfFloats(Aggregate<?, ?> aggregate) {
        return aggregate.function() == Aggregate.Function.SUM
                && aggregate.type().sqlType().equals("float8");
    }
}
