package org.reactiveorm.write;

import java.util.List;
import java.util.Optional;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.sql.GivenRowsRenderer;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * Changes rows that are given by their keys and versions, all of them or none, in one statement. It tells itself whether it found
 * them, so it needs no transaction to be undone.
 *
 * @param executor sends the statement
 * @param rows the rows
 * @param <E> the entity
 */
record GivenRowsChange<E>(Executor executor, GivenRows<E> rows) {

    private static final GivenRowsRenderer RENDERER = new GivenRowsRenderer();

    /** The rows as they are now, in the order given. */
    Mono<List<E>> update(UpdateAll<E> update, GeneratedValues generated) {
        return changed(RENDERER.updateReturning(update, made(update, generated)));
    }

    /** How many rows were changed. */
    Mono<Long> updateCount(UpdateAll<E> update, GeneratedValues generated) {
        return counted(RENDERER.update(update, made(update, generated)));
    }

    /** The rows as they were, in the order given. */
    Mono<List<E>> delete() {
        return changed(RENDERER.deleteReturning(rows));
    }

    /** How many rows were removed. */
    Mono<Long> deleteCount() {
        return counted(RENDERER.delete(rows));
    }

    /** What every update makes, but for what the caller wants to have from the entities. */
    private static <E> List<Assignment<E>> made(UpdateAll<E> update, GeneratedValues generated) {
        return generated.forUpdate(update.rows().entity(), List.of()).stream()
                .filter(assignment -> !update.columns().contains(assignment.property()))
                .toList();
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
            throw rows.missed(first, row.getLong(report + 1));
        }
    }
}
