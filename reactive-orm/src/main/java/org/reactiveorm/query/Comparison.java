package org.reactiveorm.query;

/**
 * Compares two expressions of the same type.
 *
 * @param left the first operand
 * @param operator how
 * @param right the second operand
 * @param <E> the entity
 * @param <T> the Java type of the values
 */
public record Comparison<E, T>(Expression<E, T> left, Operator operator, Expression<E, T> right)
        implements Condition<E> {

    /**
     * Refuses an operand that is null.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the second operand is null
     */
    public Comparison {
        Operands.present(left, right);
    }

    /** The comparison operators of PostgreSQL, chapter 9.2. */
    public enum Operator {
        /** Equal. */
        EQ,
        /** Not equal. */
        NE,
        /** Greater. */
        GT,
        /** Greater or equal. */
        GTE,
        /** Less. */
        LT,
        /** Less or equal. */
        LTE,
        /** Not equal, NULL being a value like any other. */
        IS_DISTINCT_FROM,
        /** Equal, NULL being a value like any other. */
        IS_NOT_DISTINCT_FROM
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.comparison(this);
    }
}
