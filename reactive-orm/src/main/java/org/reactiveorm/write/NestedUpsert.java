package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Excluded;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Upsert;
import org.reactiveorm.write.Upserted.Outcome;
import reactor.core.publisher.Mono;

/**
 * An upsert with changes of related rows, to be run in a transaction: rows that are there are locked and changed, the others are
 * inserted. A row that others commit in between is not inserted, and found by the next attempt.
 *
 * @param <E> the entity
 */
final class NestedUpsert<E> {

    private final Statements statements;
    private final Upsert<E> upsert;
    private final Key<E> key;
    private final GeneratedValues generated;
    private final List<KeyMatch<E>> matches = new ArrayList<>();

    /**
     * Checks what can be checked before any statement.
     *
     * @throws InvalidQueryException if the upsert has what goes with one statement only, or a row has no key
     */
    NestedUpsert(Statements statements, Upsert<E> upsert, GeneratedValues generated) {
        this.statements = statements;
        this.upsert = completed(upsert, UpsertPlan.of(upsert, generated));
        this.generated = generated;
        this.key = UpsertPlan.requireKey(upsert);
        this.upsert.drafts().forEach(draft -> matches.add(match(draft)));
        if (key.where() != null) {
            throw refused("a partial key");
        }
        plan(indexes());
    }

    /** With the values that the library makes, which are made once, however often the rows are planned. */
    private static <E> Upsert<E> completed(Upsert<E> upsert, UpsertPlan<E> plan) {
        List<Draft<E>> drafts = new ArrayList<>();
        for (int i = 0; i < plan.rows().size(); i++) {
            Draft<E> draft = Draft.of(upsert.entity(), plan.rows().get(i));
            for (Attachment<E, ?> attachment : upsert.drafts().get(i).attachments()) {
                draft = draft.with(attachment);
            }
            drafts.add(draft);
        }
        return new Upsert<>(upsert.entity(), drafts, upsert.conflict(), upsert.related());
    }

    private EntityModel<E> entity() {
        return upsert.entity();
    }

    private InvalidQueryException refused(String what) {
        return new InvalidQueryException(
                "An upsert of %s that changes related rows too, or that an entity listener hears of, takes several statements, which do not go with %s. Leave it out, or change the related rows in a statement of their own."
                        .formatted(entity().name(), what),
                ErrorContext.of(entity().name()));
    }

    private KeyMatch<E> match(Draft<E> draft) {
        RowValues<E> values = draft.values();
        List<Object> match = new ArrayList<>();
        for (Property<E, ?> property : key.properties()) {
            Object value = values.get(property);
            if (value == null) {
                throw refused("a key that is NULL, or is not given");
            }
            match.add(value);
        }
        return new KeyMatch<>(key.properties(), match);
    }

    private List<Integer> indexes() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** The rows that were inserted, changed or found, in the order given; those that are there and are left alone are left out. */
    Mono<List<Upserted<E>>> run() {
        List<@Nullable Upserted<E>> answers = new ArrayList<>();
        matches.forEach(match -> answers.add(null));
        return attempt(indexes(), answers, unsettled().mostAttempts()).then(Mono.fromSupplier(() -> present(answers)));
    }

    private static <T> List<T> present(List<@Nullable T> answers) {
        List<T> present = new ArrayList<>(answers.size());
        for (T answer : answers) {
            if (answer != null) {
                present.add(answer);
            }
        }
        return present;
    }

    private UnsettledRow<E> unsettled() {
        return new UnsettledRow<>(entity(), key, generated.scopes());
    }

    private Mono<Void> attempt(List<Integer> open, List<@Nullable Upserted<E>> answers, int attempts) {
        if (attempts == 0) {
            return Mono.error(InputRow.of(open.get(0), upsert.drafts().size())
                    .blamedFor(unsettled().error()));
        }
        return locked(open).flatMap(found -> {
            Map<Integer, E> there = new LinkedHashMap<>();
            List<Integer> missing = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                E row = found.get(i);
                if (row == null) {
                    missing.add(open.get(i));
                } else {
                    there.put(open.get(i), row);
                }
            }
            return changed(there, answers)
                    .then(inserted(missing, answers))
                    .flatMap(lost ->
                            lost.isEmpty() || isSkipping() ? Mono.empty() : attempt(lost, answers, attempts - 1));
        });
    }

    /** Whether a row that is there is left alone, seen or not. */
    private boolean isSkipping() {
        return upsert.conflict() instanceof Conflict.Skip;
    }

    private Mono<List<@Nullable E>> locked(List<Integer> open) {
        List<RowChanges.Row<E>> rows = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            rows.add(RowChanges.Row.of(i, matches.get(open.get(i)), List.<@Nullable Object>of(), List.of()));
        }
        return new RowChanges<>(statements, entity()).run(open.size(), rows);
    }

    private Mono<Void> changed(Map<Integer, E> there, List<@Nullable Upserted<E>> answers) {
        if (there.isEmpty() || isSkipping()) {
            return Mono.empty();
        }
        List<Integer> indexes = List.copyOf(there.keySet());
        boolean isKept =
                upsert.conflict() instanceof Conflict.Keep && upsert.related().isEmpty();
        WritePlan<E> plan = plan(indexes);
        return explained(new PlanExecution<>(statements, plan, List.copyOf(there.values())).run(), plan)
                .doOnNext(rows -> {
                    for (int i = 0; i < rows.size(); i++) {
                        answers.set(
                                indexes.get(i),
                                new Upserted<>(rows.get(i), isKept ? Outcome.UNCHANGED : Outcome.UPDATED));
                    }
                })
                .then();
    }

    private WritePlan<E> plan(List<Integer> indexes) {
        List<Changes<E>> changes = new ArrayList<>();
        for (int index : indexes) {
            List<Change<E>> each = new ArrayList<>(upsert.conflict()
                    .accept(new AssignmentsFor<>(
                            this, upsert.drafts().get(index).values())));
            each.addAll(upsert.related());
            changes.add(Changes.of(entity(), each));
        }
        return WritePlanner.change(entity(), changes, generated);
    }

    /** Answers which rows others had committed in between. */
    private Mono<List<Integer>> inserted(List<Integer> missing, List<@Nullable Upserted<E>> answers) {
        if (missing.isEmpty()) {
            return Mono.just(List.of());
        }
        WritePlan<E> plan = WritePlanner.insertMissing(
                entity(),
                missing.stream().map(upsert.drafts()::get).toList(),
                missing.stream().map(matches::get).toList(),
                generated);
        return explained(new PlanExecution<>(statements, plan).runSparse(), plan)
                .map(rows -> {
                    List<Integer> lost = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        E row = rows.get(i);
                        if (row == null) {
                            lost.add(missing.get(i));
                        } else {
                            answers.set(missing.get(i), new Upserted<>(row, Outcome.INSERTED));
                        }
                    }
                    if (!lost.isEmpty() && plan.preparesRoot()) {
                        throw InputRow.of(lost.get(0), upsert.drafts().size())
                                .blamedFor(unsettled().overtaken());
                    }
                    return lost;
                });
    }

    private static <T> Mono<T> explained(Mono<T> work, WritePlan<?> plan) {
        return work.onErrorMap(
                ForeignKeyViolationException.class, error -> Connection.explained(error, plan.connections()));
    }

    /**
     * What is assigned to a row that is there.
     *
     * @param of the upsert
     * @param values the new row that it was found instead of
     */
    private record AssignmentsFor<E>(NestedUpsert<E> of, RowValues<E> values)
            implements Conflict.Visitor<E, List<Assignment<E>>> {

        @Override
        public List<Assignment<E>> skip(Conflict.Skip<E> skip) {
            return List.of();
        }

        @Override
        public List<Assignment<E>> keep(Conflict.Keep<E> keep) {
            return List.of();
        }

        @Override
        public List<Assignment<E>> change(Conflict.Change<E> change) {
            if (!UpsertPlan.changesAll(change)) {
                throw of.refused("where(…)");
            }
            return change.assignments().stream().map(this::known).toList();
        }

        private Assignment<E> known(Assignment<E> assignment) {
            return assignment.value() instanceof Excluded<E, ?> excluded
                    ? literal(assignment.property(), excluded)
                    : assignment;
        }

        @SuppressWarnings("unchecked") // the value is of the column
        private <T> Assignment<E> literal(Property<E, ?> property, Excluded<E, T> excluded) {
            Property<E, T> column = excluded.column().property();
            if (!values.has(column)) {
                throw of.refused("%s.excluded(), which a new entity does not give".formatted(column.name()));
            }
            return new Assignment<>(property, new Literal<>(column.type(), (T) values.get(column)));
        }
    }
}
