package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.RelatedChange;
import org.reactiveorm.write.ChangeStep.Absence;
import org.reactiveorm.write.ChangeStep.ChangeRelated;
import org.reactiveorm.write.ChangeStep.Chosen;
import org.reactiveorm.write.ChangeStep.DeleteAll;
import org.reactiveorm.write.ChangeStep.DeleteRelated;
import org.reactiveorm.write.WriteStep.RowId;

/** Plans changes of related rows, and of what is nested in them. */
final class RelatedUpdates<E, C> {

    private final WritePlanner planner;
    private final Relation<E, C> relation;
    private final List<Wanted<C>> updates = new ArrayList<>();
    private final List<Wanted<C>> upserts = new ArrayList<>();
    private final List<RelatedChange.Upsert<E, C>> creations = new ArrayList<>();

    RelatedUpdates(WritePlanner planner, Relation<E, C> relation) {
        this.planner = planner;
        this.relation = relation;
    }

    private record Wanted<C>(Chosen<C> row, Changes<C> changes) {}

    void update(Chosen<C> row, List<Change<C>> changes) {
        updates.add(new Wanted<>(row, Changes.of(relation.target(), changes)));
    }

    void upsert(Chosen<C> row, RelatedChange.Upsert<E, C> change) {
        upserts.add(new Wanted<>(row, Changes.of(relation.target(), change.changes())));
        creations.add(change);
    }

    /** Plans the removal of related rows. */
    void delete(List<Chosen<C>> rows) {
        planner.add(new DeleteRelated<>(relation, rows, planner.deletion(relation.target())));
    }

    /** Plans the removal of all related rows for which a condition holds. */
    void deleteAll(List<RowId> parents, Condition<C> where) {
        planner.add(new DeleteAll<>(relation, parents, where, planner.deletion(relation.target())));
    }

    /** Plans the updates. */
    void plan() {
        plan(updates, Absence.FAILS);
    }

    /** Plans the changes of upserts and answers the rows that are made where there were none. */
    List<NewRelated<C>> planUpserts() {
        int found = plan(upserts, Absence.IS_FINE);
        List<NewRelated<C>> rows = new ArrayList<>();
        for (int i = 0; i < creations.size(); i++) {
            PendingRow<C> row = new PendingRow<>(creations.get(i).draft(), new RowId(found, i));
            rows.add(new NewRelated<>(upserts.get(i).row().parent(), row));
        }
        return rows;
    }

    /**
     * A new row of a parent.
     *
     * @param parent the parent
     * @param row the new row
     */
    record NewRelated<C>(RowId parent, PendingRow<C> row) {}

    /** Plans the changes of related rows; answers the step that finds them. */
    private int plan(List<Wanted<C>> wanted, Absence absence) {
        if (wanted.isEmpty()) {
            return -1;
        }
        boolean atOnce = wanted.stream().allMatch(each -> each.changes().needsNoKeys());
        List<RelatedRow<C>> rows = new ArrayList<>();
        for (Wanted<C> each : wanted) {
            rows.add(new RelatedRow<>(
                    each.row(),
                    atOnce ? planner.touching(relation.target(), each.changes().assignments()) : List.of()));
        }
        int found = planner.add(new ChangeRelated<>(relation, rows, absence));
        List<PendingChange<C>> nested = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Changes<C> changes = wanted.get(i).changes();
            nested.add(new PendingChange<>(new RowId(found, i), atOnce ? changes.withoutAssignments() : changes));
        }
        planner.change(relation.target(), nested);
        return found;
    }
}
