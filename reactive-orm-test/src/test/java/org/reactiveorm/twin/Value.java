package org.reactiveorm.twin;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Expression;

/**
 * A column, or something that is computed, and its value for a row in memory.
 *
 * @param expression what PostgreSQL computes
 * @param inMemory what it ought to be, null for NULL
 * @param domain how its values are compared
 * @param <E> the entity, or a group of it
 * @param <R> what stands for a row in memory: the entity, for a group the list of its rows
 * @param <T> the type of the values
 */
record Value<E, R, T>(Expression<E, T> expression, Function<R, @Nullable T> inMemory, Domain<T> domain) {

    @Nullable
    T of(R row) {
        return inMemory.apply(row);
    }

    /** Rows in the order of this value. */
    Comparator<R> ascending(boolean nullsFirst) {
        return Comparator.comparing(inMemory, domain.withNull(nullsFirst));
    }

    /** Whether PostgreSQL's value is that of the row in memory. */
    @SuppressWarnings("unchecked") // what was read is of the expression's type
    boolean isEqual(@Nullable Object found, R row) {
        T expected = of(row);
        return found == null || expected == null ? found == expected : domain.areEqual((T) found, expected);
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
