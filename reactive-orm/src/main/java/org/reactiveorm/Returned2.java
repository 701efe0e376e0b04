package org.reactiveorm;

import java.util.function.BiFunction;
import org.reactiveorm.query.Expression;

/**
 * Two values of each changed row, to be read into an object; a value is null for NULL.
 *
 * @param <E> the entity
 * @param <A> the Java type of value 1
 * @param <B> the Java type of value 2
 */
public final class Returned2<E, A, B> {

    private final Returning<E> rows;
    private final Selecting<E> selecting;
    private final Expression<E, A> a;
    private final Expression<E, B> b;

    Returned2(Returning<E> rows, Expression<E, A> a, Expression<E, B> b) {
        this.rows = rows;
        this.selecting = Selecting.of(a, b);
        this.a = a;
        this.b = b;
    }

    /**
     * What a constructor makes of the values: {@code as(Contact::new)}. One that returns null fails with {@link
     * org.reactiveorm.error.MappingException} when it does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if it is null
     */
    public <R> Results<R> as(BiFunction<? super A, ? super B, ? extends R> constructor) {
        return rows.select(
                selecting.values(),
                selecting.into(
                        constructor, row -> constructor.apply(Selecting.value(row, 0, a), Selecting.value(row, 1, b))));
    }

    /**
     * The values as the components of a {@code @Shape} record, in their order.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape, or has not as many columns
     */
    public <R> Results<R> as(Class<R> shape) {
        return rows.select(selecting.values(), shape);
    }
}
