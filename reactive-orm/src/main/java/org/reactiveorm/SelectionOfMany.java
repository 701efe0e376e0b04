package org.reactiveorm;

import java.util.function.Function;
import org.reactiveorm.query.Expression;

/**
 * Any number of values of each row, to be read into an object.
 *
 * @param <X> whose values they are
 */
public final class SelectionOfMany<X> {

    private final Selectable<X> rows;
    private final Selecting<X> selecting;

    SelectionOfMany(Selectable<X> rows, Selecting<X> selecting) {
        this.rows = rows;
        this.selecting = selecting;
    }

    /**
     * What a function makes of the values: {@code as(row -> new Contact(row.get(USER.id), row.get(USER.email), …))}. One that returns
     * null fails with {@link org.reactiveorm.error.MappingException} when it does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if it is null
     */
    public <R> FindResults<R> as(Function<? super Values<X>, ? extends R> function) {
        return rows.select(selecting.values(), selecting.into(function, row -> function.apply(selecting.values(row))));
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
     * The values of one row; valid only inside the function that they are handed to.
     *
     * @param <X> whose values they are
     */
    @FunctionalInterface
    public interface Values<X> {

        /**
         * The value, which is null for NULL.
         *
         * @throws org.reactiveorm.error.InvalidQueryException if the value is not one of those selected
         */
        <T> T get(Expression<X, T> value);
    }
}
