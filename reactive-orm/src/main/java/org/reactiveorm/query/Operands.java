package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.PublicClass;

/** The checks of operands, made when a condition is built. */
final class Operands {

    /** Instead of a change. */
    static final String NO_CHANGE =
            "A change is null. Leave it out; NULL is set by the column, with a value that is null.";

    private Operands() {}

    /** What the expression is compared with. */
    static <T> T present(Expression<?, ?> left, @Nullable T value) {
        return present(left, value, "null as an operand of %s matches no row in SQL. Use isNull() or isNotNull().");
    }

    /** Something else that a method of the expression takes; in {@code message} {@code %s} is the expression. */
    static <T> T present(Expression<?, ?> expression, @Nullable T argument, String message) {
        if (argument == null) {
            throw new InvalidQueryException(message.formatted(label(expression)), context(expression));
        }
        return argument;
    }

    /** A condition, or several, for which there is no column to name. */
    static <T> T given(@Nullable T condition) {
        return InvalidQueryException.requireGiven(
                condition,
                "A condition is null. Leave it out, or give Condition.always(); rows without a value are found with isNull().");
    }

    /** Parts of a query; {@code message} says what they are and what to do without one. */
    static <T> List<T> allGiven(T @Nullable [] parts, String message) {
        for (T part : InvalidQueryException.requireGiven(parts, message)) {
            InvalidQueryException.requireGiven(part, message);
        }
        return List.of(parts);
    }

    static <E> List<Assignment<E>> assignments(Assignment<E> @Nullable [] assignments) {
        return allGiven(
                assignments,
                "An assignment is null. Leave it out; NULL is set by the column, with a value that is null.");
    }

    static <E> List<Change<E>> changes(Change<E> @Nullable [] changes) {
        return allGiven(changes, NO_CHANGE);
    }

    static <C> Draft<C> draft(@Nullable Nested<C> related) {
        return InvalidQueryException.requireGiven(related, "A new related entity is null. Leave it out.")
                .draft();
    }

    static <C> List<Draft<C>> drafts(@Nullable Collection<? extends Nested<C>> related) {
        List<Draft<C>> drafts = new ArrayList<>();
        InvalidQueryException.requireGiven(
                        related, "The new related entities are null. Give an empty collection for none.")
                .forEach(each -> drafts.add(draft(each)));
        return drafts;
    }

    static <I> List<I> ids(I @Nullable [] ids) {
        return allGiven(ids, "An id is null. Leave it out.");
    }

    static <T> T assigned(Column<?, ?> column, @Nullable T expression) {
        requireSettable(column);
        if (expression == null) {
            throw new InvalidQueryException(
                    "%s cannot be set to an expression that is null. Set NULL with a value that is null: to((%s) null)."
                            .formatted(label(column), column.type().javaType().getSimpleName()),
                    context(column));
        }
        return expression;
    }

    private static void requireSettable(Column<?, ?> column) {
        if (column.property().source().isComputed()) {
            throw new InvalidQueryException(
                    "%s is computed by the database and cannot be set. Leave it out, and set the columns that it is computed from."
                            .formatted(label(column)),
                    context(column));
        }
    }

    static <T> @Nullable T assignable(Column<?, T> column, @Nullable T value) {
        requireSettable(column);
        if (value == null && !column.property().isNullable()) {
            throw new InvalidQueryException(
                    "%s must not be null. Give a value, or mark the component @Nullable.".formatted(label(column)),
                    ErrorContext.of(column.entity()));
        }
        return value == null ? null : fitting(column, value);
    }

    /** The value as it is now: a list that the caller changes later is copied. */
    static <T> T fitting(Expression<?, T> left, @Nullable T value) {
        T present = present(left, value);
        try {
            return left.type().convert(present);
        } catch (IllegalArgumentException unfit) {
            throw unfit(left, present, unfit);
        }
    }

    static <E> List<Order<E>> inOrder(Expression<E, ?> expression, @Nullable Order<E> order) {
        return List.of(present(expression, order, "The order of the values of %s is null. Leave it out."));
    }

    static <T> List<T> allPresent(Expression<?, ?> left, Collection<? extends T> values) {
        for (T value : present(left, values)) {
            present(left, value);
        }
        return List.copyOf(values);
    }

    /** The expression's value, or the given one where it is NULL. */
    static <E, T> Expression<E, T> coalesced(Expression<E, T> expression, T value) {
        T present = present(
                expression, value, "null cannot stand in for the NULL of %s. Give a value, or leave out orElse(…).");
        return SqlExpression.of(expression.type(), "coalesce(?, ?)", expression, Literal.operand(expression, present));
    }

    /** A list in an answer has no nulls. */
    static <E, T> Expression<Grouped<E>, List<T>> collected(Expression<E, T> expression, List<Order<E>> order) {
        if (expression.type().javaType() == List.class) {
            throw new InvalidQueryException(
                    "%s is an array, and a List of Lists cannot be read from arrays. Collect something of one value."
                            .formatted(label(expression)),
                    context(expression));
        }
        return new Aggregate<>(
                Aggregate.Function.COLLECT,
                expression,
                null,
                order,
                expression.isNotNull(),
                ColumnTypes.listOf(expression.type()));
    }

    static <E> TextExpression<Grouped<E>> joined(TextExpression<E> text, String separator, List<Order<E>> order) {
        return new TextTerm<>(new Aggregate<>(
                Aggregate.Function.JOIN,
                text,
                present(text, separator, "The separator between texts of %s is null. Give one, if only \"\"."),
                order,
                Condition.always(),
                ColumnTypes.STRING));
    }

    static <T> ColumnType<T> typeOf(Class<T> type) {
        ColumnType<T> known = ColumnTypes.ofClass(InvalidQueryException.requireGiven(
                type, "The class that SQL is read into is null. Give one like Long, String, UUID or Instant."));
        if (known == null) {
            throw new InvalidQueryException(
                    "SQL cannot be read into %s. Use a class like Long, String, UUID or Instant."
                            .formatted(type.getName()),
                    ErrorContext.none());
        }
        return known;
    }

    static InvalidQueryException unfit(Expression<?, ?> left, Object value, IllegalArgumentException cause) {
        return new InvalidQueryException(
                "'%s' (%s) does not fit %s: %s"
                        .formatted(value, PublicClass.of(value).getSimpleName(), label(left), cause.getMessage()),
                context(left));
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
