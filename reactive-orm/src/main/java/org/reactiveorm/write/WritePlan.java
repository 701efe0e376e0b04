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

    /** Whether one statement does it, which is atomic without a transaction. */
    boolean isOneStatement() {
        return steps.size() == 1 && steps.get(0).isOneStatement();
    }
}
