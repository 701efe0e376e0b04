package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.UnitChanges;
import org.reactiveorm.write.ChangeStep.UpdateRows;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.InsertStep.LinkRows;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.UnitPlan.Inserts;
import org.reactiveorm.write.UnitPlan.Placed;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Turns a unit of work into a plan. New rows are known by their drafts: one that is nested in several others is one row. All rows of a
 * table and set of columns are one step wherever they are nested, as far as they do not need each other.
 */
final class UnitPlanner {

    private final WritePlanner planner;
    private final UnitRows rows;

    private UnitPlanner(UnitRows rows, GeneratedValues generated) {
        this.planner = new WritePlanner(generated);
        this.rows = rows;
    }

    /**
     * The plan.
     *
     * @throws InvalidQueryException if a new entity lacks a required column, a key would come from two places, or required keys
     *     form a circle
     */
    static UnitPlan plan(UnitChanges changes, GeneratedValues generated) {
        UnitPlanner planner = new UnitPlanner(UnitRows.of(changes), generated);
        planner.complete();
        UnitSchedule schedule = UnitSchedule.of(planner.rows.all());
        schedule.steps().forEach(step -> planner.addRows(step, schedule));
        List<UpdateRows<?>> late = planner.late(schedule);
        planner.addLinks();
        planner.relateOthers();
        List<Placed> placed = new ArrayList<>();
        for (UnitRow<?> row : planner.rows.all()) {
            placed.add(new Placed(row.draft(), row.place(), row.origin()));
        }
        Inserts inserts =
                new Inserts(planner.planner.steps(), placed, changes.inserts().size(), planner.planner.connections());
        return new UnitPlan(
                inserts,
                late,
                UnitDeletes.parentsFirst(changes.updates()),
                UnitDeletes.of(changes, planner.rows.all()));
    }

    /** Rows that are there are looked for first, then values are made, then keys are handed down. */
    private void complete() {
        Map<EntityModel<?>, Map<Relation<?, ?>, ForeignKeyPlanner<?, ?>>> connections = new LinkedHashMap<>();
        rows.all().forEach(row -> naming(row, () -> connect(row, connections)));
        connections.values().forEach(some -> some.values().forEach(ForeignKeyPlanner::planBefore));
        rows.all().forEach(row -> naming(row, () -> row.complete(planner.newRows())));
        rows.all().forEach(row -> naming(row, row::handDown));
        rows.findKnown();
    }

    /** Says which of the given entities an error is about. */
    private void naming(UnitRow<?> row, Runnable work) {
        try {
            work.run();
        } catch (InvalidQueryException refused) {
            int count = rows.given();
            if (count < 2 || row.origin() < 0) {
                throw refused;
            }
            throw InputRow.of(row.origin(), count).blamedFor(refused);
        }
    }

    private <E> void connect(
            UnitRow<E> row, Map<EntityModel<?>, Map<Relation<?, ?>, ForeignKeyPlanner<?, ?>>> connections) {
        for (Attachment<E, ?> other : row.others()) {
            if (other.relation().hasForeignKey()) {
                row.requireFree(other.relation());
                planner.foreignKeys(
                                same(connections.computeIfAbsent(row.entity(), unseen -> new LinkedHashMap<>())), other)
                        .collect(row.pending(), other);
            }
        }
    }

    @SuppressWarnings("unchecked") // the planners stand beside their entity
    private static <E> Map<Relation<E, ?>, ForeignKeyPlanner<E, ?>> same(Map<?, ?> planners) {
        return (Map<Relation<E, ?>, ForeignKeyPlanner<E, ?>>) planners;
    }

    @SuppressWarnings("unchecked") // the rows of a step are of one entity
    private <E> void addRows(List<UnitRow<?>> step, UnitSchedule schedule) {
        EntityModel<E> entity = (EntityModel<E>) step.get(0).entity();
        List<NewRow<E>> made = new ArrayList<>(step.size());
        for (UnitRow<?> row : step) {
            row.place(new RowId(planner.steps().size(), made.size()));
            made.add((NewRow<E>) row.newRow(schedule.deferred()));
        }
        planner.add(new InsertRows<>(entity, made));
    }

    private List<UpdateRows<?>> late(UnitSchedule schedule) {
        Map<EntityModel<?>, List<UnitRow<?>>> byEntity = new LinkedHashMap<>();
        for (UnitRow<?> row : rows.all()) {
            if (!row.late(schedule.deferred()).isEmpty()) {
                byEntity.computeIfAbsent(row.entity(), unseen -> new ArrayList<>())
                        .add(row);
            }
        }
        List<UpdateRows<?>> late = new ArrayList<>();
        byEntity.forEach((entity, some) -> late.add(late(entity, some, schedule)));
        return late;
    }

    @SuppressWarnings("unchecked") // the rows are of this entity
    private static <E> UpdateRows<E> late(EntityModel<E> entity, List<UnitRow<?>> some, UnitSchedule schedule) {
        List<ChangedRow<E>> changed = new ArrayList<>(some.size());
        for (UnitRow<?> row : some) {
            List<KeyReference<E, ?>> keys = ((UnitRow<E>) row).late(schedule.deferred());
            changed.add(new ChangedRow<>(row.place(), List.of(), List.of(), keys, List.of()));
        }
        return new UpdateRows<>(entity, changed);
    }

    private void addLinks() {
        rows.links().forEach((relation, pairs) -> {
            List<RowLink> links = new ArrayList<>(pairs.size());
            pairs.forEach(pair ->
                    links.add(new RowLink(pair.source().place(), pair.target().place())));
            planner.add(new LinkRows<>(
                    relation.joinTable(), relation.sourceKey(), relation.link().targetKey(), links));
        });
    }

    /** Rows that are there become related to new ones. */
    private void relateOthers() {
        Map<EntityModel<?>, List<UnitRow<?>>> byEntity = new LinkedHashMap<>();
        for (UnitRow<?> row : rows.all()) {
            if (!row.others().isEmpty()) {
                byEntity.computeIfAbsent(row.entity(), unseen -> new ArrayList<>())
                        .add(row);
            }
        }
        byEntity.values().forEach(this::relateOthers);
    }

    @SuppressWarnings("unchecked") // the rows are of one entity
    private <E> void relateOthers(List<UnitRow<?>> some) {
        Map<Relation<E, ?>, RelatedPlanner<E, ?>> planners = new LinkedHashMap<>();
        for (UnitRow<?> row : some) {
            for (Attachment<E, ?> other : ((UnitRow<E>) row).others()) {
                if (!other.relation().hasForeignKey()) {
                    planner.related(planners, other).collect(row.place(), Premise.NONE, other);
                }
            }
        }
        planner.planPhases(planners, RelatedPlanner.Parents.NEW);
    }
}
