package org.reactiveorm.write;

import java.util.List;
import java.util.function.Function;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.RowMembership;
import org.reactiveorm.query.Update;
import org.reactiveorm.sql.ChangeRenderer;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * Set-based changes of rows that somebody hears of, to be run in a transaction.
 *
 * @param statements sends the statements
 * @param generated the values that the library makes
 */
record HeardChanges(Statements statements, GeneratedValues generated) {

    /** What is read of the changed rows as they are now. */
    <E, T> Mono<List<T>> update(Update<E> update, SelectList<E> list, RowReader<T> reader) {
        HeardRows<E, T> rows = HeardRows.of(update.entity(), list, reader);
        return wanted(update)
                .flatMap(own -> answered(own, rows, renderer().updateReturning(own, rows.list())))
                .defaultIfEmpty(List.of());
    }

    private <E, T> Mono<List<T>> answered(Update<E> update, HeardRows<E, T> rows, Sql sql) {
        return ChangedRows.of(update.choice(), rows.list().size(), rows)
                .answer(statements.executor(), sql)
                .map(all -> noted(all, HeardRows.Heard::entity, update.entity(), Events::updated))
                .map(HeardRows.Heard::answers);
    }

    /** The changed entities as they were and as they are now. */
    <E> Mono<List<Changed<E>>> changes(Update<E> update) {
        EntityModel<E> entity = update.entity();
        return wanted(update)
                .flatMap(own -> ChangedRows.of(
                                own.choice(), 2 * entity.properties().size(), new ChangedReader<>(entity))
                        .answer(statements.executor(), renderer().changes(own)))
                .map(all -> noted(all, Changed::after, entity, Events::updated))
                .defaultIfEmpty(List.of());
    }

    /** The update as the listeners want it, with what every update makes; empty if they have seen that there are no rows. */
    private <E> Mono<Update<E>> wanted(Update<E> update) {
        RowsToChange<E> rows = RowsToChange.of(
                statements,
                update.rows(),
                new Lock(Lock.Strength.NO_KEY_UPDATE, update.choice().whenLocked()));
        List<Assignment<E>> assignments = generated.forUpdate(update.entity(), update.assignments());
        return statements
                .events()
                .updating(update.entity(), rows, assignments)
                .map(more -> update.and(seen(rows, update.entity())).assigning(NewValues.over(assignments, more)))
                .filter(own -> !own.rows().isEmpty());
    }

    /** What is read of the removed rows as they were. */
    <E, T> Mono<List<T>> delete(Delete<E> delete, SelectList<E> list, RowReader<T> reader) {
        HeardRows<E, T> rows = HeardRows.of(delete.entity(), list, reader);
        return wanted(delete)
                .flatMap(own -> deleted(own, rows, renderer().deleteReturning(own, rows.list())))
                .defaultIfEmpty(List.of());
    }

    /** What is read of the rows as they are now, marked as deleted. */
    <E, T> Mono<List<T>> mark(Delete<E> delete, Property<E, ?> deletion, SelectList<E> list, RowReader<T> reader) {
        HeardRows<E, T> rows = HeardRows.of(delete.entity(), list, reader);
        return wanted(delete)
                .flatMap(own ->
                        deleted(own, rows, renderer().updateReturning(generated.marking(own, deletion), rows.list())))
                .defaultIfEmpty(List.of());
    }

    private <E> Mono<Delete<E>> wanted(Delete<E> delete) {
        RowsToChange<E> rows = RowsToChange.of(
                statements,
                delete.rows(),
                new Lock(Lock.Strength.UPDATE, delete.choice().whenLocked()));
        return statements
                .events()
                .deleting(delete.entity(), rows)
                .then(Mono.fromSupplier(() -> delete.and(seen(rows, delete.entity()))))
                .filter(own -> !own.rows().isEmpty());
    }

    private <E, T> Mono<List<T>> deleted(Delete<E> delete, HeardRows<E, T> rows, Sql sql) {
        return ChangedRows.of(delete.choice(), rows.list().size(), rows)
                .answer(statements.executor(), sql)
                .map(all -> noted(all, HeardRows.Heard::entity, delete.entity(), Events::deleted))
                .map(HeardRows.Heard::answers);
    }

    private <E, T> List<T> noted(List<T> rows, Function<T, E> entityOf, EntityModel<E> entity, Note<E> note) {
        note.take(statements.events(), entity, rows.stream().map(entityOf).toList());
        return rows;
    }

    /** Notes what happened to rows. */
    private interface Note<E> {
        void take(Events events, EntityModel<E> entity, List<E> rows);
    }

    private static <E> Condition<E> seen(RowsToChange<E> rows, EntityModel<E> entity) {
        List<E> known = rows.known();
        if (known == null) {
            return Condition.always();
        }
        return known.isEmpty() ? Condition.never() : RowMembership.of(entity, known);
    }

    private ChangeRenderer renderer() {
        return new ChangeRenderer(statements.scopes());
    }
}
