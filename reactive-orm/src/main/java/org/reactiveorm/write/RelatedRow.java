package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.write.ChangeStep.Chosen;

/** A related row and its new values. */
record RelatedRow<C>(Chosen<C> row, List<Assignment<C>> assignments) {
    RelatedRow {
        assignments = List.copyOf(assignments);
    }
}
