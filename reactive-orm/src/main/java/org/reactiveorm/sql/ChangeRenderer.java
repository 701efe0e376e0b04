package org.reactiveorm.sql;

import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Update;
import org.reactiveorm.scope.Scopes;

/** Renders set-based updates and deletes, with or without the changed rows as the answer. */
public final class ChangeRenderer {

    private final Scopes scopes;

    /** Statements on the rows that are seen through these scopes. */
    public ChangeRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Changes the rows; the answer is their number. */
    public <E> Sql update(Update<E> update) {
        SqlWriter writer = new SqlWriter(scopes);
        update(writer, Qualifier.implied(writer.newAlias()), update);
        return writer.toSql(update.entity());
    }

    /** Changes the rows; the answer is all their columns as they are now. */
    public <E> Sql updateReturning(Update<E> update) {
        SqlWriter writer = new SqlWriter(scopes);
        Qualifier table = Qualifier.implied(writer.newAlias());
        update(writer, table, update);
        return writer.append(" returning ")
                .selected(table, update.entity().properties())
                .toSql(update.entity());
    }

    /** Removes the rows; the answer is their number. */
    public <E> Sql delete(Delete<E> delete) {
        SqlWriter writer = new SqlWriter(scopes);
        delete(writer, Qualifier.implied(writer.newAlias()), delete);
        return writer.toSql(delete.entity());
    }

    /** Removes the rows; the answer is all their columns as they were. */
    public <E> Sql deleteReturning(Delete<E> delete) {
        SqlWriter writer = new SqlWriter(scopes);
        Qualifier table = Qualifier.implied(writer.newAlias());
        delete(writer, table, delete);
        return writer.append(" returning ")
                .selected(table, delete.entity().properties())
                .toSql(delete.entity());
    }

    private static <E> void update(SqlWriter writer, Qualifier table, Update<E> update) {
        ExpressionRenderer<E> expressions = new ExpressionRenderer<>(writer, table);
        writer.append("update ").rowsOf(update.entity()).append(" as ").append(table.alias());
        String separator = " set ";
        for (Assignment<E> assignment : update.assignments()) {
            writer.append(separator).name(assignment.property().column()).append(" = ");
            expressions.write(assignment.value());
            separator = ", ";
        }
        new ConditionRenderer<E>(writer, table).where(update.entity(), update.where());
    }

    private static <E> void delete(SqlWriter writer, Qualifier table, Delete<E> delete) {
        writer.append("delete from ").rowsOf(delete.entity()).append(" as ").append(table.alias());
        new ConditionRenderer<E>(writer, table).where(delete.entity(), delete.where());
    }
}
