package org.reactiveorm.read;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Which slice is wanted.
 *
 * @param direction from the cursor on, or up to it
 * @param cursor where, or null for the beginning or the end
 * @param size how many rows at most
 */
public record SliceRequest(Direction direction, @Nullable String cursor, int size) {

    /** From the cursor on, or up to it. */
    public enum Direction {
        /** What comes after the cursor. */
        AFTER,
        /** What comes before the cursor. */
        BEFORE
    }

    /**
     * Checks the size.
     *
     * @throws InvalidQueryException if it is not positive
     */
    public SliceRequest {
        if (size < 1) {
            throw new InvalidQueryException(
                    "There is no slice of %d rows. It has at least one.".formatted(size), ErrorContext.none());
        }
    }

    boolean isBackward() {
        return direction == Direction.BEFORE;
    }
}
