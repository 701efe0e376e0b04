package org.reactiveorm.query;

import java.util.List;

/**
 * Compares several expressions with as many values, from left to right: the first pair that differs decides (PostgreSQL,
 * chapter 9.25.5).
 *
 * @param left the expressions
 * @param operator how
 * @param right the values, one for each expression
 * @param <E> the entity
 */
public record RowComparison<E>(List<Expression<E, ?>> left, Comparison.Operator operator, List<Literal<E, ?>> right)
        implements Condition<E> {

    /** Keeps its own copies. */
    public RowComparison {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.rowComparison(this);
    }
}
