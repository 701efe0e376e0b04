package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/** The operators of conditions by name, for filters that come from request parameters or from a generic layer. */
public enum Operator {
    /** Equal; the value null means {@link #IS_NULL}. */
    EQ,
    /** Not equal; the value null means {@link #IS_NOT_NULL}. */
    NE,
    /** Greater. */
    GT,
    /** Greater or equal. */
    GTE,
    /** Less. */
    LT,
    /** Less or equal. */
    LTE,
    /** One of a collection. */
    IN,
    /** None of a collection. */
    NOT_IN,
    /** Contains the literal text. */
    CONTAINS,
    /** Starts with the literal text. */
    STARTS_WITH,
    /** Ends with the literal text. */
    ENDS_WITH,
    /** Contains the literal text in any case. */
    CONTAINS_IGNORE_CASE,
    /** Starts with the literal text in any case. */
    STARTS_WITH_IGNORE_CASE,
    /** Ends with the literal text in any case. */
    ENDS_WITH_IGNORE_CASE,
    /** NULL; takes no value. */
    IS_NULL,
    /** Not NULL; takes no value. */
    IS_NOT_NULL;

    <E, T> Condition<E> apply(Column<E, T> column, @Nullable Object value) {
        return switch (this) {
            case IS_NULL -> column.isNull();
            case IS_NOT_NULL -> column.isNotNull();
            case EQ -> value == null ? column.isNull() : column.eq(column.valueOf(value));
            case NE -> value == null ? column.isNotNull() : column.ne(column.valueOf(value));
            case IN -> column.in(values(column, value));
            case NOT_IN -> column.notIn(values(column, value));
            case GT, GTE, LT, LTE -> ordered(column, Operands.present(column, value));
            default -> text(column, Operands.present(column, value));
        };
    }

    private <E, T> List<T> values(Column<E, T> column, @Nullable Object value) {
        if (!(value instanceof Collection<?> collection)) {
            throw new InvalidQueryException(
                    "%s on %s takes a collection of values.".formatted(this, Operands.label(column)),
                    ErrorContext.of(column.entity()));
        }
        List<T> values = new ArrayList<>(collection.size());
        for (Object element : collection) {
            values.add(column.valueOf(Operands.present(column, element)));
        }
        return values;
    }

    private <E, T> Condition<E> ordered(Column<E, T> column, Object value) {
        if (!(column instanceof ComparableExpression<?, ?>)) {
            throw notFor(column, "has no order");
        }
        Comparison.Operator operator = Comparison.Operator.valueOf(name());
        return new Comparison<>(column, operator, Literal.operand(column, column.valueOf(value)));
    }

    private <E> Condition<E> text(Column<E, ?> column, Object value) {
        TextColumn<E> text = column.asText();
        String operand = text.valueOf(value);
        return switch (this) {
            case CONTAINS -> text.contains(operand);
            case STARTS_WITH -> text.startsWith(operand);
            case ENDS_WITH -> text.endsWith(operand);
            case CONTAINS_IGNORE_CASE -> text.containsIgnoreCase(operand);
            case STARTS_WITH_IGNORE_CASE -> text.startsWithIgnoreCase(operand);
            default -> text.endsWithIgnoreCase(operand);
        };
    }

    private InvalidQueryException notFor(Column<?, ?> column, String reason) {
        return new InvalidQueryException(
                "%s cannot be used on %s, which %s.".formatted(this, Operands.label(column), reason),
                ErrorContext.of(column.entity()));
    }
}
