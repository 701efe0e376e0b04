package org.reactiveorm;

import java.util.function.Function;

/**
 * Any number of values of each changed row, to be read into an object.
 *
 * @param <E> the entity
 */
public final class ReturnedMany<E> {

    private final Returning<E> rows;
    private final Selecting<E> selecting;

    ReturnedMany(Returning<E> rows, Selecting<E> selecting) {
        this.rows = rows;
        this.selecting = selecting;
    }

    /**
     * What a function makes of the values: {@code as(row -> new Contact(row.get(USER.id), row.get(USER.email), …))}. One that returns
     * null fails with {@link org.reactiveorm.error.MappingException} when it does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if it is null
     */
    public <R> Results<R> as(Function<? super SelectionOfMany.Values<E>, ? extends R> function) {
        return rows.select(selecting.values(), selecting.into(function, row -> function.apply(selecting.values(row))));
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
