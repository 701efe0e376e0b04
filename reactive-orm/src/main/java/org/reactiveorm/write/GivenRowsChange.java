package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.sql.GivenRowsRenderer;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.WrittenRows;
import reactor.core.publisher.Mono;

/**
 * Changes rows that are given by their keys and versions, all of them or none, in one statement. It tells itself whether it found
 * them, so it needs no transaction to be undone.
 *
 * @param executor sends the statement
 * @param rows the rows
 * @param generated the values that the library makes
 * @param input which rows of the caller these are
 * @param <E> the entity
 */
record GivenRowsChange<E>(Executor executor, GivenRows<E> rows, GeneratedValues generated, InputRows input) {

    /** The rows as they are now, in the order given. */
    Mono<List<E>> update(UpdateAll<E> update) {
        return updated(update, made(update, List.of()));
    }

    /** The same with more assignments, or others to the same columns. */
    Mono<List<E>> update(UpdateAll<E> update, List<Assignment<E>> more) {
        if (more.isEmpty()) {
            return update(update);
        }
        List<Property<E, ?>> columns = new ArrayList<>(update.columns());
        more.forEach(assignment -> columns.remove(assignment.property()));
        if (columns.isEmpty()) {
            return changed(renderer().assignReturning(rows, generated.forUpdate(rows.entity(), more)));
        }
        UpdateAll<E> rest = new UpdateAll<>(rows, columns);
        return updated(rest, made(rest, more));
    }

    private Mono<List<E>> updated(UpdateAll<E> update, List<Assignment<E>> made) {
        return changed(
                renderer().updateReturning(update, made).writing(() -> List.of(WrittenRows.of(update, made, input))));
    }

    /** How many rows were changed. */
    Mono<Long> updateCount(UpdateAll<E> update) {
        List<Assignment<E>> made = made(update, List.of());
        return counted(renderer().update(update, made).writing(() -> List.of(WrittenRows.of(update, made, input))));
    }

    /** The rows as they were, in the order given. */
    Mono<List<E>> delete() {
        return changed(renderer().deleteReturning(rows));
    }

    /** How many rows were removed. */
    Mono<Long> deleteCount() {
        return counted(renderer().delete(rows));
    }

    /** What every update makes, but for what the caller wants to have from the entities. */
    List<Assignment<E>> made(UpdateAll<E> update, List<Assignment<E>> more) {
        Property<E, ?> tenant = rows.entity().tenant();
        if (tenant != null && update.columns().contains(tenant)) {
            rows.values().forEach(row -> generated.scopes().requireOwn(rows.entity(), row.get(tenant)));
        }
        return generated.forUpdate(update.rows().entity(), more).stream()
                .filter(assignment -> !update.columns().contains(assignment.property()))
                .toList();
    }

    /** The rows as they are now, marked as deleted, in the order given. */
    Mono<List<E>> mark(Property<E, ?> deletion) {
        return changed(renderer().assignReturning(rows, marks(deletion)));
    }

    /** How many rows were marked as deleted. */
    Mono<Long> markCount(Property<E, ?> deletion) {
        return counted(renderer().assign(rows, marks(deletion)));
    }

    /** Assigns the same to all rows; answers how many they were. */
    Mono<Long> assignCount(List<Assignment<E>> assignments) {
        return counted(renderer().assign(rows, assignments));
    }

    private List<Assignment<E>> marks(Property<E, ?> deletion) {
        return generated.forDeletion(rows.entity(), deletion);
    }

    private GivenRowsRenderer renderer() {
        return new GivenRowsRenderer(generated.scopes());
    }

    private Mono<List<E>> changed(Sql sql) {
        return executor.query(sql, this::read)
                .<E>handle((row, sink) -> row.ifPresent(sink::next))
                .collectList();
    }

    private Mono<Long> counted(Sql sql) {
        return executor.query(sql, row -> {
                    requireNoneMissed(row, 1);
                    return row.getLong(0);
                })
                .single();
    }

    /** Nothing, if a trigger kept every row as it was. */
    private Optional<E> read(Row row) {
        requireNoneMissed(row, rows.entity().properties().size());
        Property<E, ?> key = rows.entity().primaryKey().properties().get(0);
        return key.type().read(row, key.index()) == null
                ? Optional.empty()
                : Optional.of(rows.entity().reader().read(row));
    }

    /** The first column of the report is NULL if there is nothing to report. */
    private void requireNoneMissed(Row row, int report) {
        Long first = row.get(report, Long.class);
        if (first != null) {
            int place = (int) (first - 1);
            OrmException missed = rows.missed(place, row.getLong(report + 1));
            throw input.count() == 0
                    ? missed
                    : InputRow.of(input.of(place), input.count()).blamedFor(missed);
        }
    }
}
