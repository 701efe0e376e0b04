package org.reactiveorm.execution;

import org.jspecify.annotations.Nullable;

/**
 * The values of one row after the other, where each column is an array of them. Begins before the first row. The arrays
 * are walked once, side by side: all have as many elements as there are rows.
 */
final class PackedValues implements WireValues {

    private final WireValues arrays;
    private final WireElements[] columns;
    private final @Nullable Wire[] row;
    private int left;

    PackedValues(WireValues arrays) {
        this.arrays = arrays;
        this.columns = new WireElements[arrays.count()];
        this.row = new @Nullable Wire[arrays.count()];
        for (int i = 0; i < columns.length; i++) {
            Wire array = arrays.at(i);
            if (array == null) {
                throw new IllegalStateException("A column of packed rows is no array");
            }
            columns[i] = WireElements.of(array);
        }
        this.left = columns[0].count();
    }

    /** Moves to the next row; false after the last. */
    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        for (int i = 0; i < row.length; i++) {
            row[i] = columns[i].next();
        }
        return true;
    }

    @Override
    public @Nullable Wire at(int index) {
        return row[index];
    }

    @Override
    public int count() {
        return row.length;
    }

    @Override
    public String name(int index) {
        return arrays.name(index);
    }
}
