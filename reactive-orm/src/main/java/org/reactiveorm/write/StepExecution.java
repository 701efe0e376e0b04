package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertNode;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.sql.WrittenRows;
import org.reactiveorm.write.ChangeStep.AttachRows;
import org.reactiveorm.write.ChangeStep.ChangeAll;
import org.reactiveorm.write.ChangeStep.ChangeOthers;
import org.reactiveorm.write.ChangeStep.ChangeRelated;
import org.reactiveorm.write.ChangeStep.DeleteAll;
import org.reactiveorm.write.ChangeStep.DeleteRelated;
import org.reactiveorm.write.ChangeStep.FindRows;
import org.reactiveorm.write.ChangeStep.GivenRows;
import org.reactiveorm.write.ChangeStep.InsertMissing;
import org.reactiveorm.write.ChangeStep.RefuseOthers;
import org.reactiveorm.write.ChangeStep.SettledRows;
import org.reactiveorm.write.ChangeStep.UnlinkOthers;
import org.reactiveorm.write.ChangeStep.UnlinkRows;
import org.reactiveorm.write.ChangeStep.UpdateRows;
import org.reactiveorm.write.DoneSteps.DoneStep;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.KnownRows;
import org.reactiveorm.write.InsertStep.LinkRows;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.WriteStep.RowId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does one step after the other.
 *
 * @param statements sends the statements
 * @param done the steps before
 * @param roots which of the caller's rows each row belongs to
 * @param given the rows that the caller found
 */
record StepExecution(Statements statements, DoneSteps done, RowOrigins roots, List<?> given)
        implements WriteStep.Visitor<Mono<DoneStep>> {

    private static final InsertRenderer INSERT = new InsertRenderer();

    @Override
    public <E> Mono<DoneStep> insertRows(InsertRows<E> step) {
        List<Integer> wanted = wanted(step.rows());
        List<RowValues<E>> rows = resolved(step.entity(), step.rows(), wanted);
        if (rows.isEmpty()) {
            return Mono.just(spread(List.of(), wanted, step.rows().size()));
        }
        return statements
                .events()
                .inserting(step.entity(), rows)
                .flatMap(values -> inserted(step, values))
                .doOnNext(made -> statements.events().inserted(step.entity(), made))
                .map(made -> spread(made, wanted, step.rows().size()));
    }

    private <E> Mono<List<E>> inserted(InsertRows<E> step, List<RowValues<E>> rows) {
        Groups<RowValues<E>> groups = Groups.of(rows, RowValues::columns);
        List<InputRows> input = rows.size() == step.rows().size()
                ? roots.ofGroups(done.size(), groups)
                : Collections.nCopies(groups.all().size(), InputRows.none());
        return Flux.range(0, input.size())
                .concatMap(i -> {
                    InsertBatch<E> batch =
                            InsertBatch.of(step.entity(), groups.all().get(i));
                    return new BatchInsertion<>(batch, input.get(i)).run(statements.executor());
                })
                .collectList()
                .map(groups::inInputOrder);
    }

    private List<Integer> holding(List<Premise> premises) {
        return IntStream.range(0, premises.size())
                .filter(i -> premises.get(i).holds(done))
                .boxed()
                .toList();
    }

    private List<Integer> wanted(List<? extends NewRow<?>> rows) {
        List<Integer> wanted = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (done.isWanted(rows.get(i))) {
                wanted.add(i);
            }
        }
        return wanted;
    }

    private <E> List<RowValues<E>> resolved(EntityModel<E> entity, List<NewRow<E>> rows, List<Integer> wanted) {
        List<RowValues<E>> values = new ArrayList<>(wanted.size());
        wanted.forEach(row -> values.add(done.resolved(entity, rows.get(row))));
        return values;
    }

    /** Entities at the places that they have in their step. */
    private static <E> DoneStep spread(List<@Nullable E> entities, List<Integer> places, int size) {
        List<@Nullable E> rows = new ArrayList<>(Collections.nCopies(size, (E) null));
        for (int i = 0; i < entities.size(); i++) {
            rows.set(places.get(i), entities.get(i));
        }
        return DoneStep.of(rows);
    }

    @Override
    public <E> Mono<DoneStep> knownRows(KnownRows<E> step) {
        return Mono.just(
                new DoneStep(step.rows().stream().map(DoneRow.Known::new).toList()));
    }

    @Override
    public <E, C> Mono<DoneStep> linkRows(LinkRows<E, C> step) {
        List<RowLink> links = step.links().stream().filter(done::isThere).toList();
        if (links.isEmpty()) {
            return Mono.just(DoneStep.EMPTY);
        }
        List<Given<?>> keys = new ArrayList<>();
        addEnds(step.joinTable().sourceColumns(), step.sourceKey(), RowLink.sources(links), keys);
        addEnds(step.joinTable().targetColumns(), step.targetKey(), RowLink.targets(links), keys);
        InsertNode rows = InsertNode.links(step.joinTable().table(), links.size(), keys, List.of());
        InputRows input = links.size() == step.links().size() ? roots.ofStep(done.size()) : InputRows.none();
        return statements
                .update(INSERT.links(rows).writing(() -> List.of(WrittenRows.of(rows, input))))
                .thenReturn(DoneStep.EMPTY);
    }

    private <P> void addEnds(List<String> columns, List<Property<P, ?>> key, List<RowId> rows, List<Given<?>> keys) {
        for (int i = 0; i < columns.size(); i++) {
            Property<P, ?> property = key.get(i);
            keys.add(Given.of(columns.get(i), property, values(rows, property)));
        }
    }

    private <P> List<@Nullable Object> values(List<RowId> rows, Property<P, ?> property) {
        return rows.stream()
                .<@Nullable Object>map(row -> done.value(row, property))
                .toList();
    }

    @Override
    public <E> Mono<DoneStep> givenRows(GivenRows<E> step) {
        return Mono.just(DoneStep.of(given));
    }

    @Override
    public <E> Mono<DoneStep> findRows(FindRows<E> step) {
        List<Integer> wanted = holding(step.premises());
        int size = step.matches().size();
        if (wanted.isEmpty()) {
            return Mono.just(spread(List.<E>of(), wanted, size));
        }
        List<KeyMatch<E>> matches = wanted.stream().map(step.matches()::get).toList();
        return new RowFinder<>(statements, step.relation().target())
                .find(matches)
                .map(rows -> {
                    int missing = step.absence() == Absence.FAILS ? rows.indexOf(null) : -1;
                    if (missing >= 0) {
                        throw Absent.nowhere(step.relation(), matches.get(missing));
                    }
                    return spread(rows, wanted, size);
                });
    }

    @Override
    public <E> Mono<DoneStep> insertMissing(InsertMissing<E> step) {
        Set<Object> named = new HashSet<>();
        List<Integer> wanted = wanted(step.rows()).stream()
                .filter(row -> named.add(RowLookup.comparable(step.matches().get(row))))
                // in the same order whoever makes them: each waits for those that others are making
                .sorted(Comparator.comparing(
                        row -> RowLookup.comparable(step.matches().get(row)).toString()))
                .toList();
        List<RowValues<E>> rows = resolved(step.entity(), step.rows(), wanted);
        if (rows.isEmpty()) {
            return Mono.just(spread(List.of(), wanted, step.rows().size()));
        }
        return statements
                .events()
                .inserting(step.entity(), rows)
                .flatMap(values -> insertedMissing(step, values))
                .doOnNext(made -> statements.events().inserted(step.entity(), made))
                .map(made -> {
                    List<KeyMatch<E>> keys =
                            wanted.stream().map(step.matches()::get).toList();
                    return spread(byKey(made, keys), wanted, step.rows().size());
                });
    }

    private <E> Mono<List<E>> insertedMissing(InsertMissing<E> step, List<RowValues<E>> rows) {
        List<Property<E, ?>> key = step.matches().get(0).properties();
        return Flux.fromIterable(Groups.of(rows, RowValues::columns).all())
                .concatMap(group -> {
                    InsertBatch<E> batch = InsertBatch.of(step.entity(), group);
                    return statements.query(
                            INSERT.missing(batch, key).writing(() -> List.of(WrittenRows.of(batch, InputRows.none()))),
                            step.entity().reader());
                })
                .collectList();
    }

    private static <E> List<@Nullable E> byKey(List<E> made, List<KeyMatch<E>> matches) {
        Map<Object, E> byKey = new HashMap<>();
        for (E entity : made) {
            Object key = KeyValues.of(entity, matches.get(0).properties());
            if (key != null) {
                byKey.put(key, entity);
            }
        }
        List<@Nullable E> rows = new ArrayList<>(matches.size());
        matches.forEach(match -> rows.add(byKey.get(RowLookup.comparable(match))));
        return rows;
    }

    @Override
    public <E> Mono<DoneStep> settledRows(SettledRows<E> step) {
        List<@Nullable DoneRow<?>> rows = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < step.matches().size(); i++) {
            DoneRow<E> found = done.row(step.found().get(i));
            DoneRow<E> row = found == null ? done.row(step.made().get(i)) : found;
            rows.add(row);
            if (row == null && step.premises().get(i).holds(done)) {
                open.add(i);
            }
        }
        if (open.isEmpty()) {
            return Mono.just(new DoneStep(rows));
        }
        return new RowFinder<>(statements, step.relation().target())
                .find(open.stream().map(step.matches()::get).toList())
                .map(late -> {
                    for (int i = 0; i < open.size(); i++) {
                        E entity = late.get(i);
                        if (entity == null) {
                            throw Absent.hidden(step.relation(), step.matches().get(open.get(i)));
                        }
                        rows.set(open.get(i), new DoneRow.Read<>(entity));
                    }
                    return new DoneStep(rows);
                });
    }

    @Override
    public <E> Mono<DoneStep> updateRows(UpdateRows<E> step) {
        List<RowChanges.Row<E>> rows = OwnChanges.of(step, done);
        return new RowChanges<>(statements, step.entity())
                .run(step.rows().size(), rows)
                .doOnNext(changed -> rows.forEach(row -> {
                    if (changed.get(row.place()) == null) {
                        throw Absent.goneBefore(step.entity(), row.match());
                    }
                }))
                .map(DoneStep::of);
    }

    @Override
    public <E, C> Mono<DoneStep> changeRelated(ChangeRelated<E, C> step) {
        return new RelatedRowChanges<>(statements, done, step.relation()).change(step);
    }

    @Override
    public <E, C> Mono<DoneStep> changeAll(ChangeAll<E, C> step) {
        return new RelatedRowChanges<>(statements, done, step.relation()).changeAll(step);
    }

    @Override
    public <E, C> Mono<DoneStep> changeOthers(ChangeOthers<E, C> step) {
        return new RelatedRowChanges<>(statements, done, step.relation()).changeOthers(step);
    }

    @Override
    public <E, C> Mono<DoneStep> refuseOthers(RefuseOthers<E, C> step) {
        return new RelatedRowChanges<>(statements, done, step.relation()).refuseOthers(step);
    }

    @Override
    public <E, C> Mono<DoneStep> attachRows(AttachRows<E, C> step) {
        return new RelatedRowChanges<>(statements, done, step.relation()).attach(step);
    }

    @Override
    public <E, C> Mono<DoneStep> deleteRelated(DeleteRelated<E, C> step) {
        return new RelatedRowChanges<>(statements, done, step.relation()).delete(step);
    }

    @Override
    public <E, C> Mono<DoneStep> deleteAll(DeleteAll<E, C> step) {
        return new RelatedRowChanges<>(statements, done, step.relation()).deleteAll(step);
    }

    @Override
    public <E, C> Mono<DoneStep> unlinkRows(UnlinkRows<E, C> step) {
        return new JoinRows<>(statements, done, step.relation()).unlink(step);
    }

    @Override
    public <E, C> Mono<DoneStep> unlinkOthers(UnlinkOthers<E, C> step) {
        return new JoinRows<>(statements, done, step.relation()).unlinkOthers(step);
    }
}
