package org.reactiveorm.write;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.write.ChangeStep.ChangeOthers;
import org.reactiveorm.write.InsertStep.InsertRows;

/**
 * What a nested change does, as data: steps in an order in which every key exists before it is needed.
 *
 * @param steps the steps
 * @param root the index of the step that makes or changes the entities which the caller asked for
 * @param connections what foreign keys find out instead of a step
 * @param touched which entities' rows are changed besides
 * @param <R> their entity
 */
record WritePlan<R>(List<WriteStep> steps, int root, List<Connection> connections, Set<Touched> touched) {

    WritePlan {
        touched = Set.copyOf(touched);
        steps = Collections.unmodifiableList(steps);
        connections = List.copyOf(connections);
    }

    /** Whether the rows that the caller asked for can be other ones at the end than they were in their own step. */
    boolean mayChangeAgain(EntityModel<R> entity) {
        return touched.stream().anyMatch(each -> each.reaches(entity));
    }

    /** The step that makes the entities which the caller asked for, of a plan of new ones. */
    @SuppressWarnings("unchecked") // the planner plans them there
    InsertRows<R> rootStep() {
        return (InsertRows<R>) steps.get(root);
    }

    /** Whether something is made or changed for the root's rows before they are there. */
    boolean preparesRoot() {
        return steps.subList(0, root).stream()
                .anyMatch(
                        step -> step.insertion().filter(InsertStep::isNew).isPresent() || step instanceof ChangeOthers);
    }

    /** How many new entities the caller gave; none of a plan that changes rows. */
    int given() {
        return steps.get(root).insertion().map(WriteStep::size).orElse(0);
    }

    /** Whether there is nothing to bring together. */
    boolean isOneRow() {
        return steps.size() == 1
                && steps.get(0).insertion().isPresent()
                && rootStep().rows().size() == 1;
    }
}
