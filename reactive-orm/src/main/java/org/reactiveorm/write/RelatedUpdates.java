package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.ExpectedVersion;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.query.RelatedChange;
import org.reactiveorm.write.ChangeStep.ChangeRelated;
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
    private final Set<Object> upserted = new HashSet<>();

    RelatedUpdates(WritePlanner planner, Relation<E, C> relation) {
        this.planner = planner;
        this.relation = relation;
    }

    private record Wanted<C>(Chosen<C> row, Changes<C> changes) {}

    void update(Chosen<C> row, List<Change<C>> changes) {
        Changes<C> sorted = Changes.of(relation.target(), changes);
        ExpectedVersion<C> version = sorted.version();
        Chosen<C> chosen =
                version == null ? row : new Chosen<>(row.parent(), row.match().in(version));
        updates.add(new Wanted<>(chosen, sorted));
    }

    void upsert(Chosen<C> row, RelatedChange.Upsert<E, C> change) {
        Changes<C> sorted = Changes.of(relation.target(), change.changes());
        if (sorted.version() != null) {
            throw new InvalidQueryException(
                    "%s.%s: an upsert cannot expect a version of a row that may not be there. Use update(…)."
                            .formatted(relation.owner(), relation.name()),
                    ErrorContext.of(relation.owner()).withProperties(List.of(relation.name())));
        }
        requireOnce(row);
        upserts.add(new Wanted<>(row, sorted));
        creations.add(change);
    }

    /** A row that is not there would be made twice. */
    private void requireOnce(Chosen<C> row) {
        KeyMatch<C> match = row.match();
        if (!upserted.add(List.of(row.parent(), match.properties(), RowLookup.comparable(match)))) {
            throw new InvalidQueryException(
                    "%s.%s: the %s with %s is upserted twice. Leave one of them out."
                            .formatted(
                                    relation.owner(),
                                    relation.name(),
                                    relation.target().name(),
                                    Absent.described(match)),
                    ErrorContext.of(relation.owner()).withProperties(List.of(relation.name())));
        }
    }

    /** Plans the removal of related rows. */
    void delete(List<Chosen<C>> rows) {
        planner.deleting(relation.target());
        planner.add(new DeleteRelated<>(relation, rows, planner.deletion(relation.target())));
    }

    /** Plans the removal of all related rows for which a condition holds. */
    void deleteAll(List<RowId> parents, Condition<C> where) {
        planner.deleting(relation.target());
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
            RowId parent = upserts.get(i).row().parent();
            Premise isMissing = Premise.of(parent).without(new RowId(found, i));
            rows.add(new NewRelated<>(parent, new PendingRow<>(creations.get(i).draft(), isMissing)));
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
            RowId row = new RowId(found, i);
            nested.add(new PendingChange<>(row, Premise.of(row), atOnce ? changes.withoutAssignments() : changes));
        }
        planner.changing(relation.target());
        planner.change(relation.target(), nested);
        return found;
    }
}
