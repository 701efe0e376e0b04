package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.query.Assignment;

/** A related row and its new values. */
record RelatedRow<C>(Chosen<C> row, List<Assignment<C>> assignments) {
    public RelatedRow {
        assignments = List.copyOf(assignments);
    }
}
