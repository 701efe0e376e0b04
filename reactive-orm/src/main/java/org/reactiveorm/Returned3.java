package org.reactiveorm;

import org.reactiveorm.query.Expression;

/**
 * Three values of each changed row, to be read into an object; a value is null for NULL.
 *
 * @param <E> the entity
 * @param <A> the Java type of value 1
 * @param <B> the Java type of value 2
 * @param <C> the Java type of value 3
 */
public final class Returned3<E, A, B, C> {

    final Returning<E> rows;
    final Selecting<E> selecting;
    final Expression<E, A> a;
    final Expression<E, B> b;
    final Expression<E, C> c;

    Returned3(Returning<E> rows, Expression<E, A> a, Expression<E, B> b, Expression<E, C> c) {
        this.rows = rows;
        this.selecting = Selecting.of(a, b, c);
        this.a = a;
        this.b = b;
        this.c = c;
    }

    /**
     * What a constructor makes of the values: {@code as(Contact::new)}. One that returns null fails with {@link
     * org.reactiveorm.error.MappingException} when it does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if it is null
     */
    public <R> Results<R> as(Selection3.Constructor<? super A, ? super B, ? super C, ? extends R> constructor) {
        return rows.select(
                selecting.values(),
                selecting.into(
                        constructor,
                        row -> constructor.make(
                                Selecting.value(row, 0, a), Selecting.value(row, 1, b), Selecting.value(row, 2, c))));
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
