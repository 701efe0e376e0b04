package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.RowMembership;
import org.reactiveorm.query.Update;
import org.reactiveorm.sql.ChangeRenderer;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.sql.SelectRenderer;
import reactor.core.publisher.Mono;

/**
 * An update with changes of related rows, to be run in a transaction. The rows are found first, changed at once where nothing has to
 * be done before, else locked; then the rest is planned for as many rows as there are.
 *
 * @param statements sends the statements
 * @param update the update
 * @param generated the values that the library makes
 * @param <E> the entity
 */
record NestedUpdate<E>(Statements statements, Update<E> update, GeneratedValues generated) {

    /** What is read of the changed rows as they are now. */
    <T> Mono<List<T>> run(SelectList<E> list, RowReader<T> reader) {
        return planned()
                .rows()
                .flatMap(rows -> reread(rows, list, reader).doOnNext(now -> {
                    if (now.size() < rows.size()) {
                        throw goneSince(rows.size() - now.size(), rows.size());
                    }
                }));
    }

    /** Said in the transaction, so that it undoes everything. */
    private NotFoundException goneSince(int gone, int rows) {
        return new NotFoundException(
                "%d of the %d rows of %s cannot be read any more, since the call itself removes or hides them. Nothing was changed. Ask for entities, which are answered as they were after their own change, or for count()."
                        .formatted(gone, rows, entity().name()),
                ErrorContext.of(entity().name()));
    }

    /** The changed entities as they are now. Contradictions are found before any statement. */
    Mono<List<E>> run() {
        Planned<E> planned = planned();
        return planned.mayChangeAgain() ? planned.rows().flatMap(this::reread) : planned.rows();
    }

    /** How many entities are changed. */
    Mono<Long> count() {
        return planned().rows().map(rows -> (long) rows.size());
    }

    /** Rows that the call itself removes or hides are answered as they were after their own change. */
    private Mono<List<E>> reread(List<E> rows) {
        return reread(rows, SelectList.properties(entity().properties()), entity().reader())
                .map(now -> now.size() < rows.size() ? completed(now, rows) : now);
    }

    private List<E> completed(List<E> now, List<E> rows) {
        Map<@Nullable Object, E> byKey = new HashMap<>();
        now.forEach(row -> byKey.put(key(row), row));
        return rows.stream().map(row -> byKey.getOrDefault(key(row), row)).toList();
    }

    private @Nullable Object key(E row) {
        return KeyValues.of(row, entity().primaryKey().properties());
    }

    private <T> Mono<List<T>> reread(List<E> rows, SelectList<E> list, RowReader<T> reader) {
        if (rows.isEmpty()) {
            return Mono.just(List.of());
        }
        Query<E> changed = update.choice().of(Query.of(entity()).and(RowMembership.of(entity(), rows)));
        return statements
                .query(new SelectRenderer(generated.scopes()).select(changed, list), reader)
                .collectList();
    }

    /**
     * What is to be done.
     *
     * @param rows does it, and answers the rows as they are after their own change
     * @param mayChangeAgain whether what is done with others can change these rows too
     */
    private record Planned<E>(Mono<List<E>> rows, boolean mayChangeAgain) {}

    private Planned<E> planned() {
        List<Change<E>> all = new ArrayList<>(update.assignments());
        all.addAll(update.related());
        Changes<E> changes = Changes.of(entity(), all);
        boolean atOnce = changes.needsNoKeys() && !changes.assignments().isEmpty();
        Changes<E> open = atOnce ? changes.withoutAssignments() : changes;
        WritePlan<E> ofOne = plan(1, open);
        Mono<List<E>> done = statements
                .events()
                .toldOf((atOnce ? changed() : locked())
                        .flatMap(rows -> rows.isEmpty()
                                ? Mono.just(rows)
                                : rest(rows.size() == 1 ? ofOne : plan(rows.size(), open), rows)));
        return new Planned<>(done, ofOne.mayChangeAgain(entity()));
    }

    private EntityModel<E> entity() {
        return update.entity();
    }

    private WritePlan<E> plan(int rows, Changes<E> changes) {
        return WritePlanner.change(entity(), rows, changes, generated);
    }

    private Mono<List<E>> changed() {
        SelectList<E> columns = SelectList.properties(entity().properties());
        if (statements.events().areHeard(entity())) {
            return new HeardChanges(statements, generated).update(update.withoutRelated(), columns, entity().reader());
        }
        Update<E> own = update.withoutRelated().assigning(generated.forUpdate(entity(), update.assignments()));
        return ChangedRows.of(update.choice(), columns.size(), entity().reader())
                .answer(statements.executor(), new ChangeRenderer(generated.scopes()).updateReturning(own, columns));
    }

    private Mono<List<E>> locked() {
        Query<E> rows = update.rows()
                .locked(new Lock(Lock.Strength.UPDATE, update.choice().whenLocked()));
        return statements
                .query(
                        new SelectRenderer(generated.scopes())
                                .select(rows, SelectList.properties(entity().properties())),
                        entity().reader())
                .collectList();
    }

    private Mono<List<E>> rest(WritePlan<E> plan, List<E> rows) {
        return new PlanExecution<>(statements, plan, rows)
                .run()
                .onErrorMap(
                        ForeignKeyViolationException.class, error -> Connection.explained(error, plan.connections()));
    }
}
