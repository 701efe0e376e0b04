package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.write.ChangeStep.UpdateRows;
import org.reactiveorm.write.InsertStep.KeyReference;

/** The new values of rows that were found by an earlier step. A key whose row is not there stays as it is. */
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
        RowChanges.Row<E> changed = RowChanges.Row.of(
                place,
                done.keyOf(row.row(), step.entity()),
                List.of(),
                references.isEmpty() || !row.assignments().isEmpty() ? row.assignments() : row.touches());
        references.forEach(reference -> refer(reference, changed, done));
        return changed;
    }

    private static <E, P> void refer(KeyReference<E, P> reference, RowChanges.Row<E> changed, DoneSteps done) {
        for (int i = 0; i < reference.key().size(); i++) {
            changed.values()
                    .put(
                            reference.key().get(i),
                            done.value(reference.row(), reference.from().get(i)));
        }
    }
}
