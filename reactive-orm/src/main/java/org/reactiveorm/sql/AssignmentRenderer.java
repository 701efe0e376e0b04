package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.query.Assignment;

/** Writes the assignments of an update. */
final class AssignmentRenderer<E> {

    private final SqlWriter writer;
    private final ExpressionRenderer<E> expressions;

    AssignmentRenderer(SqlWriter writer, Qualifier table) {
        this.writer = writer;
        this.expressions = new ExpressionRenderer<>(writer, table);
    }

    /** {@code  set a = …, b = …}. */
    SqlWriter set(List<Assignment<E>> assignments) {
        String separator = " set ";
        for (Assignment<E> assignment : assignments) {
            writer.append(separator).name(assignment.property().column()).append(" = ");
            value(assignment);
            separator = ", ";
        }
        return writer;
    }

    /** Columns of one Java type may be of two PostgreSQL types, between which the server does not convert by itself. */
    private void value(Assignment<E> assignment) {
        ColumnType<?> from = assignment.value().type();
        ColumnType<?> to = assignment.property().type();
        if (from.castType().equals(to.castType())) {
            expressions.write(assignment.value());
        } else if (from.isKeptInUtc() != to.isKeptInUtc()) {
            writer.append("(");
            expressions.write(assignment.value()).append(") at time zone 'UTC'");
        } else {
            writer.append("(");
            expressions.write(assignment.value()).append(")");
            writer.append(to.enumDefinition() == null ? "" : to.javaType() == List.class ? "::text[]" : "::text")
                    .append("::" + to.castType());
        }
    }
}
