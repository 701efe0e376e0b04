package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;
import org.reactiveorm.write.ChangeStep.UpdateRows;
import org.reactiveorm.write.InsertStep.KeyReference;

/**
 * The new values of rows that were found by an earlier step. A key whose row is not there stays as it is; so does a row of which
 * nothing changes but keys, if they are what they are to be.
 */
final class OwnChanges {

    private OwnChanges() {}

    static <E> List<RowChanges.Row<E>> of(UpdateRows<E> step, DoneSteps done) {
        List<RowChanges.Row<E>> rows = new ArrayList<>();
        for (int i = 0; i < step.rows().size(); i++) {
            ChangedRow<E> row = step.rows().get(i);
            if (done.isThere(row.row())) {
                rows.add(changed(i, row, step, done));
            }
        }
        return rows;
    }

    private static <E> RowChanges.Row<E> changed(int place, ChangedRow<E> row, UpdateRows<E> step, DoneSteps done) {
        List<KeyReference<E, ?>> references = row.references().stream()
                .filter(reference -> done.isThere(reference.row()))
                .toList();
        boolean areKeysOnly = row.assignments().isEmpty();
        boolean isKept = areKeysOnly && references.isEmpty() && row.cleared().isEmpty();
        RowChanges.Row<E> changed = RowChanges.Row.of(
                place,
                done.keyOf(row.row(), step.entity()),
                List.of(),
                areKeysOnly && !isKept ? row.touches() : row.assignments());
        Map<Property<E, ?>, @Nullable Object> keys = new LinkedHashMap<>();
        row.cleared().forEach(property -> keys.put(property, null));
        references.forEach(reference -> refer(reference, keys, done));
        changed.values().putAll(keys);
        return areKeysOnly ? changed.onlyIfOther(keys.keySet()) : changed;
    }

    private static <E, P> void refer(
            KeyReference<E, P> reference, Map<Property<E, ?>, @Nullable Object> keys, DoneSteps done) {
        for (int i = 0; i < reference.key().size(); i++) {
            keys.put(
                    reference.key().get(i),
                    done.value(reference.row(), reference.from().get(i)));
        }
    }
}
