package org.reactiveorm;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Expression;

/**
 * One value of each changed row. A {@code Flux} has no nulls, so NULL fails with {@link org.reactiveorm.error.MappingException}:
 * replace NULL with {@code orElse(…)}, or read it with {@code as(Optional::ofNullable)}.
 *
 * @param <E> the entity
 * @param <A> the Java type of the value
 */
public final class Returned1<E, A> implements ForwardedChange<A> {

    private final Returning<E> rows;
    private final Selecting<E> selecting;
    private final Expression<E, A> a;

    Returned1(Returning<E> rows, Expression<E, A> a) {
        this.rows = rows;
        this.selecting = Selecting.of(a);
        this.a = a;
    }

    /**
     * What a function makes of the value, which is null for NULL. One that returns null fails with {@link
     * org.reactiveorm.error.MappingException} when it does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if it is null
     */
    public <R> Results<R> as(Function<? super @Nullable A, ? extends R> function) {
        return rows.select(
                selecting.values(), selecting.into(function, row -> function.apply(Selecting.value(row, 0, a))));
    }

    /**
     * The value as the only component of a {@code @Shape} record.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape, or has not one column
     */
    public <R> Results<R> as(Class<R> shape) {
        return rows.select(selecting.values(), shape);
    }

    @Override
    public Results<A> results() {
        return rows.select(selecting.values(), row -> Selecting.required(row, 0, a));
    }
}
