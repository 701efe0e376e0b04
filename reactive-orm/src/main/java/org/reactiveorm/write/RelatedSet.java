package org.reactiveorm.write;

import java.util.List;
import java.util.function.Supplier;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.sql.KeyedRows;
import org.reactiveorm.sql.RowChange;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.write.DoneSteps.DoneStep;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows that are related to some parents and are changed alike, in one statement.
 *
 * @param statements sends the statement
 * @param related all rows that are related to the parents
 * @param where which of them
 * @param kept which of them stay as they are
 * @param <C> their entity
 */
record RelatedSet<C>(Statements statements, KeyedRows<C> related, Condition<C> where, List<KeyedRows<C>> kept) {

    Mono<DoneStep> change(List<Assignment<C>> assignments) {
        if (!isHeard()) {
            return sent(assignments);
        }
        return events().updating(entity(), toChange(), assignments)
                .flatMap(more -> rows(changed(NewValues.over(assignments, more))))
                .doOnNext(rows -> events().updated(entity(), rows))
                .thenReturn(DoneStep.EMPTY);
    }

    /** Assigns this instead of removing them. */
    Mono<DoneStep> mark(List<Assignment<C>> marks) {
        return isHeard() ? deleted(() -> changed(marks)) : sent(marks);
    }

    Mono<DoneStep> delete() {
        return isHeard()
                ? deleted(() -> statements.keyed().deleteRelatedReturning(related, where))
                : statements
                        .update(statements.keyed().deleteRelated(related, where))
                        .thenReturn(DoneStep.EMPTY);
    }

    private Mono<DoneStep> sent(List<Assignment<C>> assignments) {
        Sql sql = kept.isEmpty()
                ? statements.keyed().updateRelated(change(assignments, related), where)
                : statements.keyed().updateOthers(change(assignments, related), kept);
        return statements.update(sql).thenReturn(DoneStep.EMPTY);
    }

    private Sql changed(List<Assignment<C>> assignments) {
        return statements.keyed().updateRelatedReturning(change(assignments, related), where, kept);
    }

    private static <C> RowChange<C> change(List<Assignment<C>> assignments, KeyedRows<C> rows) {
        return new RowChange<>(rows, List.of(), List.of(), List.of(), assignments, List.of());
    }

    private Mono<DoneStep> deleted(Supplier<Sql> sql) {
        return events().deleting(entity(), toChange())
                .then(Mono.defer(() -> rows(sql.get())))
                .doOnNext(rows -> events().deleted(entity(), rows))
                .thenReturn(DoneStep.EMPTY);
    }

    private Mono<List<C>> rows(Sql sql) {
        return statements.query(sql, entity().reader()).collectList();
    }

    private RowsToChange<C> toChange() {
        return new RowsToChange<>(
                entity(),
                Flux.defer(() ->
                        statements.query(statements.keyed().lockRelated(related, where, kept), entity().reader())));
    }

    private boolean isHeard() {
        return events().areHeard(entity());
    }

    private Events events() {
        return statements.events();
    }

    private EntityModel<C> entity() {
        return related.entity();
    }
}
