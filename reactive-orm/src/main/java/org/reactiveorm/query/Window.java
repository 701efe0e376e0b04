package org.reactiveorm.query;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Which part of an ordered result is wanted.
 *
 * @param skip how many rows are left out at the beginning
 * @param take how many rows there are at most, or null for all
 */
public record Window(long skip, @Nullable Long take) {

    private static final Window ALL = new Window(0, null);

    /**
     * Checks the numbers.
     *
     * @throws InvalidQueryException if one is negative
     */
    public Window {
        if (skip < 0 || (take != null && take < 0)) {
            throw new InvalidQueryException(
                    "%s must not be negative, got %d.".formatted(skip < 0 ? "skip" : "take", skip < 0 ? skip : take),
                    ErrorContext.none());
        }
    }

    /** Everything. */
    public static Window all() {
        return ALL;
    }

    /** The same, leaving out so many rows at the beginning. */
    public Window withSkip(long rows) {
        return new Window(rows, take);
    }

    /** The same with at most so many rows. */
    public Window withTake(long rows) {
        return new Window(skip, rows);
    }

    /** The same with so many rows, if it has not fewer already. */
    public Window atMost(long rows) {
        return take != null && take <= rows ? this : withTake(rows);
    }

    /** Whether rows may be left out. */
    public boolean isLimited() {
        return skip > 0 || take != null;
    }

    /**
     * Checks that no rows are left out, for a part that says itself how many there are.
     *
     * @param part the call, for the message
     * @param where whose rows
     * @throws InvalidQueryException if some are
     */
    public void requireAll(String part, ErrorContext where) {
        if (isLimited()) {
            throw new InvalidQueryException(
                    part + " says itself how many rows it has. Leave out skip(…) and take(…).", where);
        }
    }

    /** Whether no row is wanted, so that no statement is needed. */
    public boolean isEmpty() {
        return take != null && take == 0;
    }
}
