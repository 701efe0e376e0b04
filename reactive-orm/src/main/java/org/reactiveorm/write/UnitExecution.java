package org.reactiveorm.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.write.DoneSteps.DoneStep;
import org.reactiveorm.write.UnitPlan.Deletes;
import org.reactiveorm.write.UnitPlan.Placed;
import org.reactiveorm.write.UnitPlan.Release;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the plan of a unit of work once.
 *
 * @param statements sends the statements
 * @param plan the plan
 * @param generated the values that the library makes
 * @param removal what is done instead of a delete
 */
record UnitExecution(Statements statements, UnitPlan plan, GeneratedValues generated, Removal removal) {

    /** What removing a row means. */
    enum Removal {
        /** Rows are removed, or marked as deleted where their entity has a mark. */
        BY_ENTITY,
        /** Rows are removed. */
        PERMANENT
    }

    Mono<BatchResult> run() {
        return Mono.defer(() -> {
            BatchResult result = new BatchResult();
            Mono<Void> changes = insert(result).then(update(result));
            Mono<Void> all = plan.deletes().order() == Deletes.Order.FIRST
                    ? delete(result).then(changes)
                    : changes.then(delete(result));
            return statements.events().toldOf(all.thenReturn(result));
        });
    }

    private Mono<Void> insert(BatchResult result) {
        DoneSteps done = new DoneSteps();
        StepExecution steps = execution(generated.scopes(), done);
        Mono<Void> made = Flux.fromIterable(plan.inserts().steps())
                .concatMap(step -> step.<Mono<DoneStep>>accept(steps).doOnNext(done::add))
                .then();
        // new rows are reached whatever the subscriber sees
        StepExecution reaching = execution(Scopes.none(), done);
        Mono<Void> late = Flux.fromIterable(plan.late())
                .concatMap(step -> step.<Mono<DoneStep>>accept(reaching).doOnNext(rows -> done.replace(step, rows)))
                .then();
        return made.then(late)
                .onErrorMap(
                        ForeignKeyViolationException.class,
                        error -> Connection.explained(error, plan.inserts().connections()))
                .then(Mono.fromRunnable(() -> {
                    for (Placed row : plan.inserts().rows()) {
                        result.inserted(row.draft(), done.entity(row.place()));
                    }
                }));
    }

    private StepExecution execution(Scopes scopes, DoneSteps done) {
        return new StepExecution(
                new Statements(statements.executor(), scopes, statements.events()),
                done,
                new UnitOrigins(plan.inserts()),
                List.of());
    }

    private Mono<Void> update(BatchResult result) {
        return Flux.fromIterable(plan.updates())
                .concatMap(update -> update(update, result))
                .then();
    }

    private <E> Mono<Void> update(UpdateAll<E> update, BatchResult result) {
        Mono<List<E>> updated = isHeard(update.rows())
                ? heard(update.rows()).update(update)
                : given(update.rows()).update(update);
        return updated.doOnNext(rows -> result.updated(update, rows)).then();
    }

    private Mono<Void> delete(BatchResult result) {
        return Flux.fromIterable(plan.deletes().releases())
                .concatMap(this::release)
                .thenMany(Flux.fromIterable(plan.deletes().rows()).concatMap(this::delete))
                .doOnNext(result::deleted)
                .then();
    }

    /** Rows that are only marked go on referring to others. */
    private <E> Mono<Long> release(Release<E> release) {
        if (deletion(release.rows()) != null) {
            return Mono.empty();
        }
        List<Assignment<E>> nulls =
                release.key().stream().<Assignment<E>>map(UnitExecution::toNull).toList();
        return given(release.rows()).assignCount(nulls);
    }

    private static <E, T> Assignment<E> toNull(Property<E, T> property) {
        return new Assignment<>(property, new Literal<>(property.type(), null));
    }

    private <E> Mono<Long> delete(GivenRows<E> rows) {
        Property<E, ?> deletion =
                removal == Removal.PERMANENT ? null : rows.entity().deletion();
        if (isHeard(rows)) {
            Mono<List<E>> removed =
                    deletion == null ? heard(rows).delete() : heard(rows).mark(deletion);
            return removed.map(all -> (long) all.size());
        }
        return deletion == null ? given(rows).deleteCount() : given(rows).markCount(deletion);
    }

    private boolean isHeard(GivenRows<?> rows) {
        return statements.events().areHeard(rows.entity());
    }

    private <E> HeardGivenRows<E> heard(GivenRows<E> rows) {
        return new HeardGivenRows<>(statements, given(rows));
    }

    private <E> @Nullable Property<E, ?> deletion(GivenRows<E> rows) {
        return removal == Removal.PERMANENT ? null : rows.entity().deletion();
    }

    private <E> GivenRowsChange<E> given(GivenRows<E> rows) {
        return new GivenRowsChange<>(statements.executor(), rows, generated, InputRows.none());
    }
}
