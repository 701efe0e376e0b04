package org.reactiveorm;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Expression;

/**
 * One value of each row. A {@code Flux} has no nulls, so NULL fails with {@link org.reactiveorm.error.MappingException}: leave
 * such rows out with {@code where(… .isNotNull())}, replace NULL with {@code orElse(…)}, or read it with {@code
 * as(Optional::ofNullable)}.
 *
 * @param <X> whose value it is
 * @param <A> the Java type of the value
 */
public final class Selection1<X, A> implements ForwardedResults<A> {

    private final Selectable<X> rows;
    private final Selecting<X> selecting;
    private final Expression<X, A> a;

    Selection1(Selectable<X> rows, Expression<X, A> a) {
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
    public <R> FindResults<R> as(Function<? super @Nullable A, ? extends R> function) {
        return rows.select(
                selecting.values(), selecting.into(function, row -> function.apply(Selecting.value(row, 0, a))));
    }

    /**
     * The value as the only component of a {@code @Shape} record.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape, or has not one column
     */
    public <R> FindResults<R> as(Class<R> shape) {
        return rows.select(selecting.values(), shape);
    }

    @Override
    public FindResults<A> results() {
        return rows.select(selecting.values(), row -> Selecting.required(row, 0, a));
    }
}
