package org.reactiveorm.query;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/** The checks of operands, made when a condition is built. */
final class Operands {

    private Operands() {}

    static <T> T present(Expression<?, ?> left, @Nullable T value) {
        if (value == null) {
            throw new InvalidQueryException(
                    "null as an operand of %s matches no row in SQL. Use isNull() or isNotNull()."
                            .formatted(label(left)),
                    context(left));
        }
        return value;
    }

    static <T> @Nullable T assignable(Column<?, T> column, @Nullable T value) {
        if (value == null && !column.property().isNullable()) {
            throw new InvalidQueryException(
                    "%s must not be null. Give a value, or mark the component @Nullable.".formatted(label(column)),
                    ErrorContext.of(column.entity()));
        }
        return value;
    }

    static <T> List<T> allPresent(Expression<?, ?> left, Collection<? extends T> values) {
        for (T value : values) {
            present(left, value);
        }
        return List.copyOf(values);
    }

    static InvalidQueryException unfit(Column<?, ?> column, Object value, IllegalArgumentException cause) {
        return new InvalidQueryException(
                "'%s' (%s) does not fit %s: %s"
                        .formatted(value, value.getClass().getSimpleName(), label(column), cause.getMessage()),
                context(column));
    }

    static String label(Expression<?, ?> expression) {
        return expression instanceof Column<?, ?> column
                ? column.entity() + "." + column.property().name()
                : expression.toString();
    }

    static ErrorContext context(Expression<?, ?> expression) {
        return expression instanceof Column<?, ?> column
                ? ErrorContext.of(column.entity())
                        .withProperties(List.of(column.property().name()))
                : ErrorContext.none();
    }
}
