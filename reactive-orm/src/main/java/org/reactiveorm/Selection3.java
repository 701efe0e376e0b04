package org.reactiveorm;

import org.reactiveorm.query.Expression;

/**
 * Three values of each row, to be read into an object; a value is null for NULL.
 *
 * @param <X> whose values they are
 * @param <A> the Java type of value 1
 * @param <B> the Java type of value 2
 * @param <C> the Java type of value 3
 */
public final class Selection3<X, A, B, C> {

    final Selectable<X> rows;
    final Selecting<X> selecting;
    final Expression<X, A> a;
    final Expression<X, B> b;
    final Expression<X, C> c;

    Selection3(Selectable<X> rows, Expression<X, A> a, Expression<X, B> b, Expression<X, C> c) {
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
    public <R> FindResults<R> as(Constructor<? super A, ? super B, ? super C, ? extends R> constructor) {
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
    public <R> FindResults<R> as(Class<R> shape) {
        return rows.select(selecting.values(), shape);
    }

    /**
     * Makes an object of 3 values.
     *
     * @param <A> the Java type of value 1
     * @param <B> the Java type of value 2
     * @param <C> the Java type of value 3
     * @param <R> what is made
     */
    @FunctionalInterface
    public interface Constructor<A, B, C, R> {

        /** Makes the object; a value is null for NULL. */
        R make(A a, B b, C c);
    }
}
