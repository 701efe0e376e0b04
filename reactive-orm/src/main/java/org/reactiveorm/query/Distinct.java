package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Which rows of a result count as the same.
 *
 * @param kind how they are compared
 * @param on for {@link Kind#ON} what is compared
 * @param <E> the entity
 */
public record Distinct<E>(Kind kind, List<Expression<E, ?>> on) {

    private static final Distinct<?> NONE = new Distinct<>(Kind.NONE, List.of());
    private static final Distinct<?> ROWS = new Distinct<>(Kind.ROWS, List.of());

    /** How rows are compared. */
    public enum Kind {
        /** Not at all. */
        NONE,
        /** By everything that is read of them. */
        ROWS,
        /** By some expressions: the first row of each group of equal ones remains. */
        ON
    }

    /** Keeps its own copy. */
    public Distinct {
        on = List.copyOf(on);
    }

    /** All rows. */
    @SuppressWarnings("unchecked") // says nothing about the entity
    public static <E> Distinct<E> none() {
        return (Distinct<E>) NONE;
    }

    /** No two rows that are read alike. */
    @SuppressWarnings("unchecked") // says nothing about the entity
    public static <E> Distinct<E> rows() {
        return (Distinct<E>) ROWS;
    }

    /**
     * The first row of each group of rows that are equal in these expressions.
     *
     * @throws InvalidQueryException if there is none, or one is null
     */
    @SafeVarargs
    public static <E> Distinct<E> on(Expression<E, ?>... expressions) {
        List<Expression<E, ?>> given =
                Operands.allGiven(expressions, "An expression to tell rows apart by is null. Leave it out.");
        if (given.isEmpty()) {
            throw new InvalidQueryException(
                    "There is nothing to tell rows apart by. Give distinctOn(…) an expression, or use distinct().",
                    ErrorContext.none());
        }
        return new Distinct<>(Kind.ON, given);
    }

    /** Whether rows may be left out. */
    public boolean isDistinct() {
        return kind != Kind.NONE;
    }
}
