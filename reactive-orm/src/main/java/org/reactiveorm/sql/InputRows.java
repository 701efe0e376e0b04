package org.reactiveorm.sql;

import java.util.function.IntUnaryOperator;

/** Which of the rows that a caller gave each row of a statement belongs to. Asked only after an error. */
public interface InputRows {

    /** The row of a caller that nobody knows. */
    int UNKNOWN = -1;

    /** How many rows the caller gave; 0 where the change is not one of rows that were given. */
    int count();

    /** The caller's row, counted from 0, that a row of the statement was given as or is nested in, or {@link #UNKNOWN}. */
    int of(int row);

    /** The statement's rows are those of the caller, in their order. */
    static InputRows inOrder(int count) {
        return of(count, IntUnaryOperator.identity());
    }

    /** The statement's rows are those of the caller that are at these places. */
    static InputRows at(int[] places, int count) {
        return of(count, row -> places[row]);
    }

    private static InputRows of(int count, IntUnaryOperator places) {
        return new InputRows() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public int of(int row) {
                return places.applyAsInt(row);
            }
        };
    }

    /** The values go into rows that were found by a condition. */
    static InputRows none() {
        return inOrder(0);
    }
}
