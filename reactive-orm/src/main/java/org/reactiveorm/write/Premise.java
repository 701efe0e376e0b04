package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Rows of earlier steps on which it depends whether something is done: what is nested in a row that is not made, or not found, is
 * not done either.
 *
 * @param there rows that have to be there
 * @param absent rows that must not be there
 */
record Premise(List<RowId> there, List<RowId> absent) {

    /** It is done in any case. */
    static final Premise NONE = new Premise(List.of(), List.of());

    Premise {
        there = List.copyOf(there);
        absent = List.copyOf(absent);
    }

    /** It is done where this row is there. */
    static Premise of(RowId row) {
        return new Premise(List.of(row), List.of());
    }

    /** The same, where this row is not there. */
    Premise without(RowId row) {
        List<RowId> rows = new ArrayList<>(absent);
        rows.add(row);
        return new Premise(there, rows);
    }

    /** What is nested in the row: nothing has to be asked where the row is there in any case. */
    Premise nestedIn(RowId row) {
        return isCertain() ? NONE : of(row);
    }

    boolean isCertain() {
        return there.isEmpty() && absent.isEmpty();
    }

    boolean holds(DoneSteps done) {
        return there.stream().allMatch(done::isThere) && absent.stream().noneMatch(done::isThere);
    }
}
