package org.reactiveorm;

import java.util.List;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Expression;

/**
 * A change of whose rows single values can be answered by the statement itself. The compiler checks what they are read into:
 * {@code select(USER.id, USER.email).as(Contact::new)}. Rows are read when they have been changed: what fails to read them leaves
 * the change as it is, outside of a transaction.
 *
 * @param <E> the entity
 */
public interface Returning<E> {

    /** What {@code reader} makes of these values, which are its row's columns in the order given. */
    <R> Results<R> select(List<? extends Expression<E, ?>> values, RowReader<R> reader);

    /**
     * These values as the components of a {@code @Shape} record, in their order.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape, or has not as many columns
     */
    <R> Results<R> select(List<? extends Expression<E, ?>> values, Class<R> shape);

    /** One value of each row. */
    default <A> Returned1<E, A> select(Expression<E, A> a) {
        return new Returned1<>(this, a);
    }

    /** Two values of each row. */
    default <A, B> Returned2<E, A, B> select(Expression<E, A> a, Expression<E, B> b) {
        return new Returned2<>(this, a, b);
    }

    /** Three values of each row. */
    default <A, B, C> Returned3<E, A, B, C> select(Expression<E, A> a, Expression<E, B> b, Expression<E, C> c) {
        return new Returned3<>(this, a, b, c);
    }

    /** Four values of each row. */
    default <A, B, C, D> Returned4<E, A, B, C, D> select(
            Expression<E, A> a, Expression<E, B> b, Expression<E, C> c, Expression<E, D> d) {
        return new Returned4<>(select(a, b, c), d);
    }
}
