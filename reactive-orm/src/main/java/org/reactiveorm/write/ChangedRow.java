package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * A row of an earlier step and its new values. A reference to a row that is not there leaves the key as it is.
 *
 * @param row the row
 * @param assignments the values that are known before any statement
 * @param touches what every update makes, if there are no such values: needed where a key gets another value
 * @param references the values that come from rows of earlier steps
 * @param cleared the columns of keys that refer to nothing any more
 * @param <E> the entity
 */
record ChangedRow<E>(
        RowId row,
        List<Assignment<E>> assignments,
        List<Assignment<E>> touches,
        List<KeyReference<E, ?>> references,
        List<Property<E, ?>> cleared) {
    public ChangedRow {
        assignments = List.copyOf(assignments);
        touches = List.copyOf(touches);
        references = List.copyOf(references);
        cleared = List.copyOf(cleared);
    }
}
