package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.sql.KeyedRows;
import org.reactiveorm.write.ChangeStep.AttachRows;
import org.reactiveorm.write.ChangeStep.ChangeAll;
import org.reactiveorm.write.ChangeStep.ChangeOthers;
import org.reactiveorm.write.ChangeStep.ChangeRelated;
import org.reactiveorm.write.ChangeStep.DeleteAll;
import org.reactiveorm.write.ChangeStep.DeleteRelated;
import org.reactiveorm.write.ChangeStep.RefuseOthers;
import org.reactiveorm.write.DoneSteps.DoneStep;
import org.reactiveorm.write.WriteStep.RowId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes and removes rows that are related to others.
 *
 * @param statements sends the statements
 * @param done the steps before
 * @param relation the relation
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
record RelatedRowChanges<E, C>(Statements statements, DoneSteps done, Relation<E, C> relation) {

    Mono<DoneStep> change(ChangeRelated<E, C> step) {
        List<RowChanges.Row<C>> rows = new ArrayList<>();
        for (int i = 0; i < step.rows().size(); i++) {
            RelatedRow<C> row = step.rows().get(i);
            if (done.isThere(row.row().parent())) {
                rows.add(RowChanges.Row.of(i, row.row().match(), key(row.row().parent()), row.assignments()));
            }
        }
        Mono<List<@Nullable C>> changed =
                new RowChanges<>(statements, relation).run(step.rows().size(), rows);
        return (step.absence() == Absence.FAILS ? allThere(rows, changed) : changed).map(DoneStep::of);
    }

    private List<@Nullable Object> key(RowId parent) {
        return Parents.key(relation, parent, done);
    }

    Mono<DoneStep> attach(AttachRows<E, C> step) {
        List<RowChanges.Row<C>> rows = new ArrayList<>();
        for (int i = 0; i < step.rows().size(); i++) {
            Attached<C> attached = step.rows().get(i);
            RowId unless = attached.unless();
            if (done.isThere(attached.row().parent()) && (unless == null || !done.isThere(unless))) {
                RowChanges.Row<C> row = RowChanges.Row.of(i, attached.row().match(), List.of(), step.assignments());
                setKey(row, attached.row().parent());
                rows.add(row.onlyIfOther(relation.link().targetKey()));
            }
        }
        return new RowChanges<>(statements, relation.target())
                .run(step.rows().size(), rows)
                .doOnNext(changed -> rows.forEach(row -> {
                    if (changed.get(row.place()) == null) {
                        throw Absent.nowhere(relation, row.match());
                    }
                }))
                .thenReturn(DoneStep.EMPTY);
    }

    private void setKey(RowChanges.Row<C> row, RowId parent) {
        List<Property<C, ?>> key = relation.link().targetKey();
        List<@Nullable Object> values = key(parent);
        for (int i = 0; i < key.size(); i++) {
            row.values().put(key.get(i), values.get(i));
        }
    }

    Mono<DoneStep> changeAll(ChangeAll<E, C> step) {
        List<RowId> parents = there(step.parents());
        return parents.isEmpty()
                ? Mono.just(DoneStep.EMPTY)
                : related(parents, step.where(), List.of()).change(step.assignments());
    }

    Mono<DoneStep> changeOthers(ChangeOthers<E, C> step) {
        List<RowId> parents = new ArrayList<>(there(step.parents()));
        List<Chosen<C>> stay = new ArrayList<>(step.kept());
        for (Successor successor : step.successors()) {
            if (successor.premise().holds(done) && done.isThere(successor.parent())) {
                parents.add(successor.parent());
                RowId row = successor.row();
                if (row != null) {
                    stay.add(new Chosen<>(successor.parent(), done.keyOf(row, relation.target())));
                }
            }
        }
        if (parents.isEmpty()) {
            return Mono.just(DoneStep.EMPTY);
        }
        List<KeyedRows<C>> kept =
                byColumns(stay).values().stream().map(this::chosen).toList();
        return related(parents, Condition.always(), kept).change(step.assignments());
    }

    Mono<DoneStep> refuseOthers(RefuseOthers<E, C> step) {
        List<RowId> parents = there(step.parents());
        if (parents.isEmpty()) {
            return Mono.just(DoneStep.EMPTY);
        }
        return statements
                .query(statements.keyed().lock(related(parents)), NumberedRow.reader(relation.target()))
                .doOnNext(row -> requireKept(row.entity(), parents.get(row.number()), step.kept()))
                .then(Mono.just(DoneStep.EMPTY));
    }

    private void requireKept(C row, RowId parent, List<Chosen<C>> kept) {
        for (Chosen<C> each : kept) {
            if (each.parent().equals(parent)
                    && RowLookup.comparable(each.match())
                            .equals(KeyValues.of(row, each.match().properties()))) {
                return;
            }
        }
        throw new NotNullViolationException(
                "%s.%s: another %s is related already and cannot be without its %s. Delete it or connect it elsewhere first."
                        .formatted(
                                relation.owner(),
                                relation.name(),
                                relation.target().name(),
                                relation.owner()),
                ErrorContext.of(relation.target().name())
                        .withProperties(relation.link().targetKey().stream()
                                .<String>map(Property::name)
                                .toList()),
                null);
    }

    Mono<DoneStep> delete(DeleteRelated<E, C> step) {
        if (!step.marks().isEmpty()) {
            return mark(step);
        }
        List<List<Chosen<C>>> all = List.copyOf(byColumns(step.rows()).values());
        Flux<Void> deletion = Flux.fromIterable(all).concatMap(this::delete);
        return (all.isEmpty() || !events().areHeard(relation.target())
                        ? deletion
                        : events().deleting(relation.target(), toDelete(all)).thenMany(deletion))
                .then(Mono.just(DoneStep.EMPTY));
    }

    private Events events() {
        return statements.events();
    }

    private RowsToChange<C> toDelete(List<List<Chosen<C>>> all) {
        return new RowsToChange<>(
                relation.target(),
                Flux.fromIterable(all)
                        .concatMap(rows -> statements.query(
                                statements.keyed().lock(chosen(rows)),
                                relation.target().reader())));
    }

    private Mono<DoneStep> mark(DeleteRelated<E, C> step) {
        List<RowChanges.Row<C>> rows = new ArrayList<>();
        for (List<Chosen<C>> some : byColumns(step.rows()).values()) {
            for (Chosen<C> row : some) {
                rows.add(RowChanges.Row.of(rows.size(), row.match(), key(row.parent()), step.marks()));
            }
        }
        return allThere(rows, new RowChanges<>(statements, relation).mark(rows.size(), rows))
                .thenReturn(DoneStep.EMPTY);
    }

    private Mono<List<@Nullable C>> allThere(List<RowChanges.Row<C>> rows, Mono<List<@Nullable C>> found) {
        return found.flatMap(there -> {
            for (RowChanges.Row<C> row : rows) {
                if (there.get(row.place()) == null) {
                    return absent(row);
                }
            }
            return Mono.just(there);
        });
    }

    /** Whether a row has another version, or is none of this parent's, is asked only when it was not found. */
    private Mono<List<@Nullable C>> absent(RowChanges.Row<C> row) {
        Property<C, ?> version = relation.target().version();
        int place = version == null ? -1 : row.match().properties().indexOf(version);
        if (place < 0) {
            return Mono.error(Absent.related(relation, row.match()));
        }
        Object expected = row.match().values().get(place);
        KeyMatch<C> key = new KeyMatch<>(
                row.match().properties().subList(0, place), row.match().values().subList(0, place));
        return new RowChanges<>(statements, relation)
                .run(1, List.of(RowChanges.Row.of(0, key, row.parent(), List.of())))
                .map(there -> {
                    C other = there.get(0);
                    throw other == null
                            ? Absent.related(relation, key)
                            : Absent.stale(relation.target(), other, expected);
                });
    }

    /** A row that several parents share is deleted once, which answers for one of them: so all are asked for before. */
    private Mono<Void> delete(List<Chosen<C>> rows) {
        return isNamedAgain(rows)
                ? statements
                        .query(statements.keyed().lock(chosen(rows)), NumberedRow.reader(relation.target()))
                        .map(NumberedRow::number)
                        .collectList()
                        .doOnNext(numbers -> requireAll(rows, new HashSet<>(numbers)))
                        .then(deleted(rows))
                        .then()
                : deleted(rows).doOnNext(numbers -> requireAll(rows, numbers)).then();
    }

    private static <C> boolean isNamedAgain(List<Chosen<C>> rows) {
        Set<Object> keys = new HashSet<>();
        rows.forEach(row -> keys.add(RowLookup.comparable(row.match())));
        return keys.size() < rows.size() && !rows.get(0).match().properties().isEmpty();
    }

    private void requireAll(List<Chosen<C>> rows, Set<Integer> found) {
        for (int i = 0; i < rows.size(); i++) {
            if (!found.contains(i)) {
                throw Absent.related(relation, rows.get(i).match());
            }
        }
    }

    /** The numbers of the rows that were removed. */
    private Mono<Set<Integer>> deleted(List<Chosen<C>> rows) {
        if (!events().areHeard(relation.target())) {
            return statements
                    .query(statements.keyed().delete(chosen(rows)), (Row row) -> row.getInt(0))
                    .collect(HashSet::new, Set::add);
        }
        return statements
                .query(statements.keyed().deleteReturning(chosen(rows)), NumberedRow.reader(relation.target()))
                .doOnNext(row -> events().deleted(relation.target(), List.of(row.entity())))
                .map(NumberedRow::number)
                .collect(HashSet::new, Set::add);
    }

    Mono<DoneStep> deleteAll(DeleteAll<E, C> step) {
        List<RowId> parents = there(step.parents());
        if (parents.isEmpty()) {
            return Mono.just(DoneStep.EMPTY);
        }
        RelatedSet<C> rows = related(parents, step.where(), List.of());
        return step.marks().isEmpty() ? rows.delete() : rows.mark(step.marks());
    }

    private RelatedSet<C> related(List<RowId> parents, Condition<C> where, List<KeyedRows<C>> kept) {
        return new RelatedSet<>(statements, related(parents), where, kept);
    }

    private List<RowId> there(List<RowId> rows) {
        return rows.stream().filter(done::isThere).toList();
    }

    /** Rows whose parents are there, each named once by parents of the same key, by the columns that name them. */
    private Map<List<Property<C, ?>>, List<Chosen<C>>> byColumns(List<Chosen<C>> rows) {
        Map<List<Property<C, ?>>, List<Chosen<C>>> byColumns = new LinkedHashMap<>();
        Set<Object> named = new LinkedHashSet<>();
        for (Chosen<C> row : rows) {
            List<Property<C, ?>> columns = row.match().properties();
            if (done.isThere(row.parent())
                    && named.add(List.of(parentOf(row), columns, RowLookup.comparable(row.match())))) {
                byColumns.computeIfAbsent(columns, unseen -> new ArrayList<>()).add(row);
            }
        }
        return byColumns;
    }

    private Object parentOf(Chosen<C> row) {
        List<Object> key = new ArrayList<>();
        for (@Nullable Object value : key(row.parent())) {
            if (value == null) {
                return row.parent();
            }
            key.add(value);
        }
        return KeyValues.of(relation.sourceKey(), key);
    }

    /** All rows that are related to these parents. */
    private KeyedRows<C> related(List<RowId> parents) {
        return chosen(parents.stream()
                .map(parent -> new Chosen<C>(parent, KeyMatch.only()))
                .toList());
    }

    private KeyedRows<C> chosen(List<Chosen<C>> rows) {
        List<Property<C, ?>> key = rows.get(0).match().properties();
        List<KeyedRows.Column> columns =
                RowFinder.columns(key, rows.stream().map(Chosen::match).toList());
        columns.addAll(Parents.columns(
                relation,
                rows.stream()
                        .<List<@Nullable Object>>map(row -> key(row.parent()))
                        .toList()));
        return new KeyedRows<>(relation.target(), key, relation, columns, rows.size());
    }
}
