package org.reactiveorm.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.write.UnitPlan.Inserts;
import org.reactiveorm.write.UnitPlan.Placed;
import org.reactiveorm.write.WriteStep.RowId;

/** Which of the entities that were given to a unit of work each new row is, or is nested in. */
final class UnitOrigins implements RowOrigins {

    private final Inserts inserts;
    private @Nullable Map<RowId, Integer> origins;

    UnitOrigins(Inserts inserts) {
        this.inserts = inserts;
    }

    @Override
    public List<InputRows> ofGroups(int step, Groups<?> groups) {
        return IntStream.range(0, groups.all().size())
                .<InputRows>mapToObj(group -> new StepRows(step, () -> groups.rowsOf(group)))
                .toList();
    }

    /** Rows of join tables are of two entities. */
    @Override
    public InputRows ofStep(int step) {
        return InputRows.none();
    }

    private int originOf(RowId row) {
        Map<RowId, Integer> known = origins;
        if (known == null) {
            known = new HashMap<>();
            for (Placed placed : inserts.rows()) {
                known.put(placed.place(), placed.origin());
            }
            origins = known;
        }
        return known.getOrDefault(row, InputRows.UNKNOWN);
    }

    /** Some rows of a step. */
    private final class StepRows implements InputRows {

        private final int step;
        private final Supplier<int[]> rows;
        private int @Nullable [] known;

        StepRows(int step, Supplier<int[]> rows) {
            this.step = step;
            this.rows = rows;
        }

        @Override
        public int count() {
            return inserts.given();
        }

        @Override
        public int of(int row) {
            int[] all = known;
            if (all == null) {
                all = rows.get();
                known = all;
            }
            return originOf(new RowId(step, all[row]));
        }
    }
}
