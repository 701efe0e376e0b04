package org.reactiveorm.query;

import java.math.BigDecimal;
import org.reactiveorm.model.ColumnTypes;

/**
 * An expression whose values are numbers.
 *
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public sealed interface NumberExpression<E, N extends Number> extends ComparableExpression<E, N>
        permits DecimalExpression, FloatExpression, IntegerExpression, NumberColumn {

    /** The number as an {@code integer}, rounded; one that is too large is an error of the server. */
    default IntegerExpression<E, Integer> toInteger() {
        return new IntegerTerm<>(SqlExpression.of(ColumnTypes.INTEGER, "?::int4", this));
    }

    /** The number as a {@code bigint}, rounded; one that is too large is an error of the server. */
    default DecimalExpression<E, Long> toLong() {
        return new DecimalTerm<>(SqlExpression.of(ColumnTypes.LONG, "?::int8", this));
    }

    /** The number as a {@code numeric}. */
    default DecimalExpression<E, BigDecimal> toDecimal() {
        return new DecimalTerm<>(SqlExpression.of(ColumnTypes.BIG_DECIMAL, "?::numeric", this));
    }

    /** The number as a {@code double precision}. */
    default FloatExpression<E, Double> toDouble() {
        return new FloatTerm<>(SqlExpression.of(ColumnTypes.DOUBLE, "?::float8", this));
    }
}
