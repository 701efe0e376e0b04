package org.reactiveorm.query;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/**
 * A value computed from all rows of a group (PostgreSQL, chapter 9.21). Rows whose operand is NULL do not take part.
 *
 * @param function what is computed
 * @param operand what it is computed from; null for the rows themselves
 * @param separator what stands between texts that are joined, else null
 * @param orderBy in which order the rows take part, where that matters
 * @param filter which rows take part
 * @param type how the result travels
 * @param <E> the entity whose rows are grouped
 * @param <T> the Java type of the result
 */
public record Aggregate<E, T>(
        Function function,
        @Nullable Expression<E, ?> operand,
        @Nullable String separator,
        List<Order<E>> orderBy,
        Condition<E> filter,
        ColumnType<T> type)
        implements Expression<Grouped<E>, T> {

    /** What is computed. */
    public enum Function {
        /** The number of rows or values. */
        COUNT,
        /** The number of different values. */
        COUNT_DISTINCT,
        /** The sum; NULL of none. */
        SUM,
        /** The mean; NULL of none. */
        AVG,
        /** The smallest; NULL of none. */
        MIN,
        /** The largest; NULL of none. */
        MAX,
        /** All values as an array; NULL of none. */
        COLLECT,
        /** All texts in a row; NULL of none. */
        JOIN
    }

    /** Keeps its own copy. */
    public Aggregate {
        orderBy = List.copyOf(orderBy);
    }

    static <E, T> Aggregate<E, T> of(Function function, Expression<E, ?> operand, ColumnType<T> type) {
        return new Aggregate<>(function, operand, null, List.of(), Condition.always(), type);
    }

    /**
     * The smallest or largest value.
     *
     * @throws InvalidQueryException if they are truth values, which PostgreSQL orders without knowing the smallest of them
     */
    static <E, T> Aggregate<E, T> extreme(Function function, Expression<E, T> operand) {
        if (operand.type().javaType() == Boolean.class) {
            throw new InvalidQueryException(
                    "PostgreSQL has no %s of %s, which is true or false. Count the rows for which it is true."
                            .formatted(function.name().toLowerCase(Locale.ROOT), Operands.label(operand)),
                    Operands.context(operand));
        }
        return of(function, operand, operand.type());
    }

    static <E> Aggregate<E, Long> rows(Condition<E> filter) {
        return new Aggregate<>(Function.COUNT, null, null, List.of(), Operands.given(filter), ColumnTypes.LONG);
    }

    @Override
    public <R> R accept(Visitor<Grouped<E>, R> visitor) {
        return visitor.aggregate(this);
    }

    @Override
    public String toString() {
        return function.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of "
                + (operand == null ? "rows" : Operands.label(operand));
    }
}
