package org.reactiveorm.write;

import java.util.List;
import java.util.Optional;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.WrittenRows;

/** A plan whose rows need not come back. */
final class InsertCount {

    private static final InsertRenderer INSERT = new InsertRenderer();

    private InsertCount() {}

    /** The statement that answers the number of rows only; empty where there would be more than one of them. */
    static <R> Optional<Sql> of(WritePlan<R> plan) {
        if (plan.steps().size() > 1) {
            return Optional.empty();
        }
        List<RowValues<R>> rows =
                plan.rootStep().rows().stream().map(InsertStep.NewRow::values).toList();
        if (Groups.of(rows, RowValues::columns).all().size() > 1) {
            return Optional.empty();
        }
        InsertBatch<R> batch = InsertBatch.of(plan.rootStep().entity(), rows);
        InputRows input = InputRows.inOrder(rows.size());
        return Optional.of(INSERT.counted(batch).writing(() -> List.of(WrittenRows.of(batch, input))));
    }
}
