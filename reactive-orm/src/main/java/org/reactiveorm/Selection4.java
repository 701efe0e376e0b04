package org.reactiveorm;

import org.reactiveorm.query.Expression;

/**
 * Four values of each row, to be read into an object; a value is null for NULL.
 *
 * @param <X> whose values they are
 * @param <A> the Java type of value 1
 * @param <B> the Java type of value 2
 * @param <C> the Java type of value 3
 * @param <D> the Java type of value 4
 */
public final class Selection4<X, A, B, C, D> {

    private final Selecting<X> selecting;
    private final Selection3<X, A, B, C> first;
    private final Expression<X, D> d;

    Selection4(Selection3<X, A, B, C> first, Expression<X, D> d) {
        this.selecting = first.selecting.and(d);
        this.first = first;
        this.d = d;
    }

    /**
     * What a constructor makes of the values: {@code as(Contact::new)}. One that returns null fails with {@link
     * org.reactiveorm.error.MappingException} when it does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if it is null
     */
    public <R> FindResults<R> as(Constructor<? super A, ? super B, ? super C, ? super D, ? extends R> constructor) {
        return first.rows.select(
                selecting.values(),
                selecting.into(
                        constructor,
                        row -> constructor.make(
                                Selecting.value(row, 0, first.a),
                                Selecting.value(row, 1, first.b),
                                Selecting.value(row, 2, first.c),
                                Selecting.value(row, 3, d))));
    }

    /**
     * The values as the components of a {@code @Shape} record, in their order.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape, or has not as many columns
     */
    public <R> FindResults<R> as(Class<R> shape) {
        return first.rows.select(selecting.values(), shape);
    }

    /**
     * Makes an object of 4 values.
     *
     * @param <A> the Java type of value 1
     * @param <B> the Java type of value 2
     * @param <C> the Java type of value 3
     * @param <D> the Java type of value 4
     * @param <R> what is made
     */
    @FunctionalInterface
    public interface Constructor<A, B, C, D, R> {

        /** Makes the object; a value is null for NULL. */
        R make(A a, B b, C c, D d);
    }
}
