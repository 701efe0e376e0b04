package org.reactiveorm.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the rows that were given to a call.
 *
 * @param position its position, counted from 0
 * @param earlier the position of an earlier row that it does not go together with, or null
 * @param count how many rows were given
 */
public record InputRow(int position, @Nullable Integer earlier, int count) {

    /** One of the rows. */
    public static InputRow of(int position, int count) {
        return new InputRow(position, null, count);
    }

    /** The message about this row: it says which one it is if there are others. */
    public String named(String message) {
        if (count <= 1) {
            return message;
        }
        return earlier == null || earlier == position
                ? String.format(Locale.ROOT, "Row %,d of %,d (counted from 0): %s", position, count, message)
                : String.format(
                        Locale.ROOT, "Rows %,d and %,d of %,d (counted from 0): %s", earlier, position, count, message);
    }
}
