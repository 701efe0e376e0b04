package org.reactiveorm.write;

import java.util.Collections;
import java.util.List;

/**
 * What a nested insert does, as data: steps in an order in which every key exists before it is needed.
 *
 * @param steps the steps
 * @param root the index of the step that inserts the entities which the caller asked for
 */
record WritePlan(List<WriteStep> steps, int root) {

    WritePlan {
        steps = Collections.unmodifiableList(steps);
    }

    /** Whether the rows of each step have values for the same columns, so that each step is one insert. */
    boolean isUniform() {
        for (WriteStep step : steps) {
            if (!step.isUniform()) {
                return false;
            }
        }
        return true;
    }
}
