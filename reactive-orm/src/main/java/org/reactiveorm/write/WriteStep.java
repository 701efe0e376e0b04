package org.reactiveorm.write;

import java.util.Optional;

/** One kind of change to one table. A step is one statement, or one for each way in which its rows are written. */
sealed interface WriteStep permits InsertStep, ChangeStep {

    /** Answers by kind of step. */
    <R> R accept(Visitor<R> visitor);

    /** How many rows others can refer to. */
    int size();

    /** The step, if it only adds rows, so that it can be a part of one statement. */
    Optional<InsertStep> insertion();

    /**
     * A row of an earlier step.
     *
     * @param step the step's index
     * @param row the row's index in that step
     */
    record RowId(int step, int row) {}

    /** One case for each kind of step. */
    interface Visitor<R> extends InsertStep.Visitor<R>, ChangeStep.Visitor<R> {}
}
