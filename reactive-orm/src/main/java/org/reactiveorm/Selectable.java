package org.reactiveorm;

import java.util.List;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Expression;

/**
 * Something of whose rows single values can be read. The compiler checks what they are read into: {@code select(USER.id,
 * USER.email).as(Contact::new)}.
 *
 * @param <X> the entity, or {@code Grouped<…>} for groups of its rows
 */
public interface Selectable<X> {

    /** What {@code reader} makes of these values, which are its row's columns in the order given. */
    <R> FindResults<R> select(List<? extends Expression<X, ?>> values, RowReader<R> reader);

    /**
     * These values as the components of a {@code @Shape} record, in their order.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape, or has not as many columns
     */
    <R> FindResults<R> select(List<? extends Expression<X, ?>> values, Class<R> shape);

    /** One value of each row. */
    default <A> Selection1<X, A> select(Expression<X, A> a) {
        return new Selection1<>(this, a);
    }

    /** Two values of each row. */
    default <A, B> Selection2<X, A, B> select(Expression<X, A> a, Expression<X, B> b) {
        return new Selection2<>(this, a, b);
    }

    /** Three values of each row. */
    default <A, B, C> Selection3<X, A, B, C> select(Expression<X, A> a, Expression<X, B> b, Expression<X, C> c) {
        return new Selection3<>(this, a, b, c);
    }

    /** Four values of each row. */
    default <A, B, C, D> Selection4<X, A, B, C, D> select(
            Expression<X, A> a, Expression<X, B> b, Expression<X, C> c, Expression<X, D> d) {
        return new Selection4<>(select(a, b, c), d);
    }
}
