package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.query.RelatedChange;
import org.reactiveorm.write.ChangeStep.GivenRows;
import org.reactiveorm.write.ChangeStep.InsertMissing;
import org.reactiveorm.write.ChangeStep.UpdateRows;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.RelatedPlanner.Phase;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Turns nested changes into a plan. All rows that stand at the same place of the tree are one step, so the number of steps
 * depends on the shape of the call, not on the number of rows. Rows that others refer to come before them. Around each row the order is:
 * what its own foreign keys refer to, the row itself, then of the rows that refer to it those that are removed or disconnected,
 * those that change, and those that are added.
 */
final class WritePlanner {

    private final GeneratedValues generated;
    private final List<WriteStep> steps = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Set<Touched> touched = new LinkedHashSet<>();
    private final NewRows newRows;

    /** Without any step yet. */
    WritePlanner(GeneratedValues generated) {
        this.generated = generated;
        this.newRows = new NewRows(generated, steps);
    }

    /**
     * The plan for new entities of one kind.
     *
     * @throws InvalidQueryException if anywhere in the tree a required column is missing, a key is given and taken, or it
     *     would be taken twice
     */
    static <E> WritePlan<E> insert(EntityModel<E> entity, List<Draft<E>> drafts, GeneratedValues generated) {
        WritePlanner planner = new WritePlanner(generated);
        List<PendingRow<E>> rows = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> rows.add(new PendingRow<>(draft)));
        int root = planner.insert(entity, rows);
        return planner.plan(root);
    }

    /**
     * The plan for new entities that are not made where their keys are there already.
     *
     * @throws InvalidQueryException as {@link #insert} does
     */
    static <E> WritePlan<E> insertMissing(
            EntityModel<E> entity, List<Draft<E>> drafts, List<KeyMatch<E>> keys, GeneratedValues generated) {
        WritePlanner planner = new WritePlanner(generated);
        List<PendingRow<E>> rows = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> rows.add(new PendingRow<>(draft)));
        return planner.plan(planner.insert(entity, rows, keys));
    }

    /**
     * The plan for a change of rows that were found, whose new values are set already where {@code changes} has none.
     *
     * @throws InvalidQueryException if changes contradict each other, or a new entity lacks a required column
     */
    static <E> WritePlan<E> change(EntityModel<E> entity, int count, Changes<E> changes, GeneratedValues generated) {
        return change(entity, Collections.nCopies(count, changes), generated);
    }

    /** The same with changes of its own for each row. */
    static <E> WritePlan<E> change(EntityModel<E> entity, List<Changes<E>> changes, GeneratedValues generated) {
        WritePlanner planner = new WritePlanner(generated);
        int given = planner.add(new GivenRows<>(entity, changes.size()));
        List<PendingChange<E>> rows = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            rows.add(new PendingChange<>(new RowId(given, i), Premise.NONE, changes.get(i)));
        }
        int root = planner.change(entity, rows);
        return planner.plan(root < 0 ? given : root);
    }

    private <E> WritePlan<E> plan(int root) {
        return new WritePlan<>(steps, root, connections, touched);
    }

    /** Notes that rows of this entity are changed besides those that the caller asked for. */
    void changing(EntityModel<?> entity) {
        touched.add(new Touched(entity, false));
    }

    /** Notes that rows of this entity are removed, with whatever the database does with those that refer to them. */
    void deleting(EntityModel<?> entity) {
        touched.add(new Touched(entity, true));
    }

    /** The steps that are planned so far. */
    List<WriteStep> steps() {
        return steps;
    }

    /** What foreign keys find out instead of a step, so far. */
    List<Connection> connections() {
        return connections;
    }

    /** Completes and checks new rows. */
    NewRows newRows() {
        return newRows;
    }

    /** Adds a step and answers its index. */
    int add(WriteStep step) {
        steps.add(step);
        return steps.size() - 1;
    }

    /** Notes that rows are connected by a key that is not looked up. */
    void connected(Connection connection) {
        connections.add(connection);
    }

    /** The assignments with those that every update makes; none stay none. */
    <E> List<Assignment<E>> touching(EntityModel<E> entity, List<Assignment<E>> assignments) {
        changing(entity);
        return assignments.isEmpty() ? assignments : generated.forUpdate(entity, assignments);
    }

    /** Whether a row that is named by its key may be hidden, so that it has to be looked for. */
    boolean isScoped(EntityModel<?> entity) {
        return generated.scopes().isScoped(entity);
    }

    /** What is assigned to rows instead of removing them; none where they are removed. */
    <E> List<Assignment<E>> deletion(EntityModel<E> entity) {
        Property<E, ?> deletion = entity.deletion();
        return deletion == null ? List.of() : generated.forDeletion(entity, deletion);
    }

    /** What every update makes, for rows whose change is not assigned by the caller. */
    <E> List<Assignment<E>> touches(EntityModel<E> entity) {
        changing(entity);
        return generated.forUpdate(entity, List.of());
    }

    /** Plans new rows with everything that is nested in them and answers the index of their own step. */
    <E> int insert(EntityModel<E> entity, List<PendingRow<E>> rows) {
        return insert(entity, rows, List.of());
    }

    /** The same for rows that are not made where their key is there already. */
    <E> int insert(EntityModel<E> entity, List<PendingRow<E>> rows, List<KeyMatch<E>> keys) {
        Map<Relation<E, ?>, RelatedPlanner<E, ?>> others = new LinkedHashMap<>();
        Map<Relation<E, ?>, ForeignKeyPlanner<E, ?>> own = new LinkedHashMap<>();
        for (PendingRow<E> row : rows) {
            for (RelatedChange<E, ?> attachment : row.draft().attachments()) {
                if (attachment.relation().hasForeignKey()) {
                    foreignKeys(own, attachment).collect(row, null, attachment);
                }
            }
        }
        own.values().forEach(ForeignKeyPlanner::planBefore);
        List<NewRow<E>> complete = new ArrayList<>(rows.size());
        rows.forEach(row -> complete.add(newRows.complete(row)));
        int step =
                add(keys.isEmpty() ? new InsertRows<>(entity, complete) : new InsertMissing<>(entity, keys, complete));
        for (int i = 0; i < rows.size(); i++) {
            RowId made = new RowId(step, i);
            // a row that is not made where its key is there is never certain
            Premise premise = keys.isEmpty() ? rows.get(i).premise().nestedIn(made) : Premise.of(made);
            for (RelatedChange<E, ?> attachment : rows.get(i).draft().attachments()) {
                if (!attachment.relation().hasForeignKey()) {
                    related(others, attachment).collect(made, premise, attachment);
                }
            }
        }
        planPhases(others, RelatedPlanner.Parents.NEW);
        return step;
    }

    /** Plans what is done with rows that are there; answers the index of the step in which they change, -1 for none. */
    <E> int change(EntityModel<E> entity, List<PendingChange<E>> rows) {
        Map<Relation<E, ?>, ForeignKeyPlanner<E, ?>> own = new LinkedHashMap<>();
        for (PendingChange<E> row : rows) {
            for (RelatedChange<E, ?> change : row.changes().keys()) {
                row.requireFree(change.relation());
                foreignKeys(own, change).collect(row, row.row(), change);
            }
        }
        own.values().forEach(ForeignKeyPlanner::planBefore);
        Map<RowId, RowId> current = new LinkedHashMap<>();
        int step = update(entity, rows, current);
        own.values().forEach(ForeignKeyPlanner::planAfter);
        Map<Relation<E, ?>, RelatedPlanner<E, ?>> others = new LinkedHashMap<>();
        for (PendingChange<E> row : rows) {
            RowId now = current.getOrDefault(row.row(), row.row());
            Premise premise = row.premise().nestedIn(now);
            for (RelatedChange<E, ?> change : row.changes().others()) {
                related(others, change).collect(now, premise, change);
            }
        }
        planPhases(others, RelatedPlanner.Parents.EXISTING);
        return step;
    }

    /** The step in which the rows themselves change; {@code current} gets where each is afterwards. */
    private <E> int update(EntityModel<E> entity, List<PendingChange<E>> rows, Map<RowId, RowId> current) {
        List<ChangedRow<E>> changed = new ArrayList<>();
        for (PendingChange<E> row : rows) {
            if (row.isChanged()) {
                current.put(row.row(), new RowId(steps.size(), changed.size()));
                changed.add(row.changed(generated, entity));
            }
        }
        return changed.isEmpty() ? -1 : add(new UpdateRows<>(entity, changed));
    }

    /** The planner of a relation whose foreign key is in the rows themselves. */
    <E> ForeignKeyPlanner<E, ?> foreignKeys(
            Map<Relation<E, ?>, ForeignKeyPlanner<E, ?>> planners, RelatedChange<E, ?> change) {
        return planners.computeIfAbsent(change.relation(), relation -> new ForeignKeyPlanner<>(this, relation));
    }

    /** The planner of a relation whose foreign key is not in the rows themselves. */
    <E> RelatedPlanner<E, ?> related(Map<Relation<E, ?>, RelatedPlanner<E, ?>> planners, RelatedChange<E, ?> change) {
        return planners.computeIfAbsent(change.relation(), relation -> new RelatedPlanner<>(this, relation));
    }

    /** Plans what was collected, phase by phase for all relations. */
    <E> void planPhases(Map<Relation<E, ?>, RelatedPlanner<E, ?>> planners, RelatedPlanner.Parents parents) {
        for (Phase phase : Phase.values()) {
            planners.values().forEach(planner -> planner.plan(phase, parents));
        }
    }
}
