package org.reactiveorm.query;

import java.math.BigDecimal;
import org.reactiveorm.model.ColumnTypes;

/**
 * Marks what is computed from a group of rows, so that the compiler keeps it apart from what is computed from one row: an
 * {@code Expression<Grouped<User>, Long>} goes into {@code having}, not into {@code where}. There are no instances.
 *
 * @param <E> the entity whose rows are grouped
 */
@SuppressWarnings("UnusedTypeParameter") // the compiler uses it
public final class Grouped<E> {

    private Grouped() {}

    /**
     * SQL of the caller that computes a text from a group of rows: {@code Grouped.text("mode() within group (order by ?)",
     * USER.city)}, with a {@code ?} for each argument as in {@link Condition#sql}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an argument is null or cannot be bound
     */
    public static <E> TextExpression<Grouped<E>> text(String sql, Object... arguments) {
        return new TextTerm<>(SqlExpression.cast(ColumnTypes.STRING, sql, arguments));
    }

    /**
     * SQL of the caller that computes a number from a group of rows.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an argument is null or cannot be bound
     */
    public static <E> DecimalExpression<Grouped<E>, BigDecimal> number(String sql, Object... arguments) {
        return new DecimalTerm<>(SqlExpression.cast(ColumnTypes.BIG_DECIMAL, sql, arguments));
    }

    /**
     * SQL of the caller that computes a value of a class that has a mapping of its own from a group of rows.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the class has none, or an argument is null or cannot be bound
     */
    public static <E, T> ComparableExpression<Grouped<E>, T> value(Class<T> type, String sql, Object... arguments) {
        return new ComparableTerm<>(SqlExpression.cast(Operands.typeOf(type), sql, arguments));
    }
}
