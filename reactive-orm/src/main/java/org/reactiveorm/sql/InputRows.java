package org.reactiveorm.sql;

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
        return new InputRows() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public int of(int row) {
                return row;
            }
        };
    }

    /** The values go into rows that were found by a condition. */
    static InputRows none() {
        return inOrder(0);
    }
}
