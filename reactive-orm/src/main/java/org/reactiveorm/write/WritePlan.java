package org.reactiveorm.write;

import java.util.Collections;
import java.util.List;
import org.reactiveorm.write.WriteStep.InsertRows;

/**
 * What a nested insert does, as data: steps in an order in which every key exists before it is needed.
 *
 * @param steps the steps
 * @param root the index of the step that inserts the entities which the caller asked for
 * @param <R> their entity
 */
record WritePlan<R>(List<WriteStep> steps, int root) {

    WritePlan {
        steps = Collections.unmodifiableList(steps);
    }

    /** The step that inserts the entities which the caller asked for. */
    @SuppressWarnings("unchecked") // the planner plans them there
    InsertRows<R> rootStep() {
        return (InsertRows<R>) steps.get(root);
    }

    /** Whether there is nothing to bring together. */
    boolean isOneRow() {
        return steps.size() == 1 && rootStep().rows().size() == 1;
    }
}
