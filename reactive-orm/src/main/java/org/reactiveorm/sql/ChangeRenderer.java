package org.reactiveorm.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Update;
import org.reactiveorm.scope.Scopes;

/**
 * Renders set-based updates and deletes, with or without the changed rows as the answer. The rows of a change that is about some
 * of those that match are chosen before; if they have an order, their place in it is one more column of the answer.
 */
public final class ChangeRenderer {

    private final Scopes scopes;

    /** Statements on the rows that are seen through these scopes. */
    public ChangeRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Changes the rows; the answer is their number. */
    public <E> Sql update(Update<E> update) {
        return updated(update).writer.toSql(update.entity()).writing(() -> List.of(WrittenRows.of(update)));
    }

    /** Changes the rows; the answer is all their columns as they are now. */
    public <E> Sql updateReturning(Update<E> update) {
        return updateReturning(update, columns(update.entity()));
    }

    /** Changes the rows; the answer is what the list names of them as they are now, and of related rows as they were. */
    public <E> Sql updateReturning(Update<E> update, SelectList<E> list) {
        return updated(update).returning(list).toSql(update.entity()).writing(() -> List.of(WrittenRows.of(update)));
    }

    /**
     * Changes the rows; the answer is all their columns as they were when they were locked, and as they are now. Written without
     * {@code returning old.*}, which only PostgreSQL 18 has.
     */
    public <E> Sql changes(Update<E> update) {
        EntityModel<E> entity = update.entity();
        SqlWriter writer = new SqlWriter(scopes);
        Qualifier table = Qualifier.of(writer.newAlias());
        ChosenRows<E> chosen = ChosenRows.write(writer, locked(update), entity.properties());
        updated(new Change<>(writer, table, chosen), update);
        writer.append(" returning ").selected(chosen.table(), entity.properties());
        writer.append(", ").selected(table, entity.properties());
        return chosen.place().toSql(entity).writing(() -> List.of(WrittenRows.of(update)));
    }

    /** Removes the rows; the answer is their number. */
    public <E> Sql delete(Delete<E> delete) {
        return deleted(delete).writer.toSql(delete.entity());
    }

    /** Removes the rows; the answer is all their columns as they were. */
    public <E> Sql deleteReturning(Delete<E> delete) {
        return deleteReturning(delete, columns(delete.entity()));
    }

    /** Removes the rows; the answer is what the list names of them, and of related rows, as they were. */
    public <E> Sql deleteReturning(Delete<E> delete, SelectList<E> list) {
        return deleted(delete).returning(list).toSql(delete.entity());
    }

    private static <E> SelectList<E> columns(EntityModel<E> entity) {
        return SelectList.properties(entity.properties());
    }

    private <E> Change<E> updated(Update<E> update) {
        Change<E> change = update.choice().isAll() ? Change.ofAll(scopes) : Change.of(scopes, locked(update));
        return updated(change, update);
    }

    private static <E> Change<E> updated(Change<E> change, Update<E> update) {
        change.writer.append("update ").rowsOf(update.entity()).append(" as ").append(change.table.alias());
        new AssignmentRenderer<E>(change.writer, change.table).set(update.assignments());
        return change.rows(" from ", update.rows());
    }

    private <E> Change<E> deleted(Delete<E> delete) {
        Lock lock = new Lock(Lock.Strength.UPDATE, delete.choice().whenLocked());
        Change<E> change = delete.choice().isAll()
                ? Change.ofAll(scopes)
                : Change.of(scopes, delete.rows().locked(lock));
        change.writer
                .append("delete from ")
                .rowsOf(delete.entity())
                .append(" as ")
                .append(change.table.alias());
        return change.rows(" using ", delete.rows());
    }

    /** The lock that the update takes anyway; a stronger one would wait for who only refers to the row. */
    private static <E> Query<E> locked(Update<E> update) {
        Lock lock = new Lock(Lock.Strength.NO_KEY_UPDATE, update.choice().whenLocked());
        return update.rows().locked(lock);
    }

    /**
     * A change that is being written.
     *
     * @param writer where to
     * @param table the table that is changed
     * @param chosen the rows, or null for all that match
     */
    private record Change<E>(
            SqlWriter writer, Qualifier table, @Nullable ChosenRows<E> chosen) {

        static <E> Change<E> ofAll(Scopes scopes) {
            SqlWriter writer = new SqlWriter(scopes);
            return new Change<>(writer, Qualifier.implied(writer.newAlias()), null);
        }

        static <E> Change<E> of(Scopes scopes, Query<E> rows) {
            SqlWriter writer = new SqlWriter(scopes);
            Qualifier table = Qualifier.of(writer.newAlias());
            return new Change<>(
                    writer,
                    table,
                    ChosenRows.write(writer, rows, rows.entity().primaryKey().properties()));
        }

        /** {@code where …}, or {@code from t1_ where t0_.id = t1_.id}. */
        Change<E> rows(String keyword, Query<E> rows) {
            if (chosen == null) {
                new ConditionRenderer<E>(writer, table).where(rows.entity(), rows.where());
            } else {
                writer.append(keyword).append(chosen.table().alias());
                chosen.whereJoined(table);
                writer.scopeByJoin(rows.entity());
            }
            return this;
        }

        SqlWriter returning(SelectList<E> list) {
            writer.append(" returning ");
            new ExpressionRenderer<E>(writer, table).selected(list);
            return chosen == null ? writer : chosen.place();
        }
    }
}
