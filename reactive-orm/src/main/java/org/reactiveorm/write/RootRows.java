package org.reactiveorm.write;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.InsertStep.KnownRows;
import org.reactiveorm.write.InsertStep.LinkRows;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Which of the caller's rows each row of a plan is, or is nested in: the one that it is connected with by keys. Worked out
 * only after an error.
 */
final class RootRows implements RowOrigins {

    private final WritePlan<?> plan;
    private @Nullable Trees trees;

    RootRows(WritePlan<?> plan) {
        this.plan = plan;
    }

    @Override
    public List<InputRows> ofGroups(int step, Groups<?> groups) {
        return IntStream.range(0, groups.all().size())
                .<InputRows>mapToObj(group -> new StepRows(step, () -> groups.rowsOf(group)))
                .toList();
    }

    @Override
    public InputRows ofStep(int step) {
        return new StepRows(
                step, () -> IntStream.range(0, plan.steps().get(step).size()).toArray());
    }

    private Trees trees() {
        Trees known = trees;
        if (known == null) {
            known = Trees.of(plan);
            trees = known;
        }
        return known;
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
            return plan.given();
        }

        @Override
        public int of(int row) {
            int[] all = known;
            if (all == null) {
                all = rows.get();
                known = all;
            }
            return trees().rootOf(new RowId(step, all[row]));
        }
    }

    /** All rows of a plan, one step's after the other's, and those that are connected. */
    private static final class Trees {

        private static final int NONE = -2;

        /** The first row of each step. */
        private final int[] starts;
        /** For each row one that it is connected with, itself at the end. */
        private final int[] joined;
        /** The caller's row among those that are connected, for each end. */
        private final int[] roots;

        private Trees(int[] starts) {
            int rows = starts[starts.length - 1];
            this.starts = starts;
            this.joined = IntStream.range(0, rows).toArray();
            this.roots = new int[rows];
            Arrays.fill(roots, NONE);
        }

        static Trees of(WritePlan<?> plan) {
            List<WriteStep> steps = plan.steps();
            int[] starts = new int[steps.size() + 1];
            for (int i = 0; i < steps.size(); i++) {
                starts[i + 1] = starts[i] + steps.get(i).size();
            }
            Trees trees = new Trees(starts);
            for (int i = 0; i < steps.size(); i++) {
                Joining joining = new Joining(trees, steps, i);
                steps.get(i).insertion().ifPresent(step -> step.accept(joining));
            }
            for (int row = 0; row < plan.given(); row++) {
                int end = trees.end(starts[plan.root()] + row);
                trees.roots[end] = trees.roots[end] == NONE ? row : InputRows.UNKNOWN;
            }
            return trees;
        }

        int rootOf(RowId row) {
            int root = roots[end(starts[row.step()] + row.row())];
            return root == NONE ? InputRows.UNKNOWN : root;
        }

        void join(RowId one, RowId other) {
            joined[end(starts[one.step()] + one.row())] = end(starts[other.step()] + other.row());
        }

        private int end(int row) {
            int end = row;
            while (joined[end] != end) {
                joined[end] = joined[joined[end]];
                end = joined[end];
            }
            return end;
        }
    }

    /** Joins the rows of a step with those that they refer to. */
    private record Joining(Trees trees, List<WriteStep> steps, int index) implements InsertStep.Visitor<List<?>> {

        @Override
        public <E> List<?> insertRows(InsertRows<E> step) {
            for (int i = 0; i < step.rows().size(); i++) {
                NewRow<E> row = step.rows().get(i);
                for (KeyReference<E, ?> reference : row.references()) {
                    join(i, reference.row());
                }
            }
            return List.of();
        }

        @Override
        public <E> List<?> knownRows(KnownRows<E> step) {
            return List.of();
        }

        @Override
        public <E, C> List<?> linkRows(LinkRows<E, C> step) {
            for (int i = 0; i < step.links().size(); i++) {
                RowLink link = step.links().get(i);
                join(i, link.source());
                join(i, link.target());
            }
            return List.of();
        }

        /** A row that was there is not nested in one of the caller's, though it may be connected with several. */
        private void join(int row, RowId other) {
            if (steps.get(other.step()).insertion().filter(InsertStep::isNew).isPresent()) {
                trees.join(new RowId(index, row), other);
            }
        }
    }
}
