package org.reactiveorm;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import reactor.core.publisher.Mono;

/**
 * The terminals of a query: those of every operation, and those that read a part of the rows.
 *
 * @param <T> what a row is read into
 */
public interface FindResults<T> extends Results<T> {

    /** Whether there is any row. */
    Mono<Boolean> exists();

    /**
     * The rows of a page and how many rows there are on all pages, in one statement. Beyond the last page there are no rows, but
     * the number is right.
     *
     * @param number which page, counted from 0
     * @param size how many rows a full page has
     * @throws org.reactiveorm.error.InvalidQueryException if the number is negative, the size is not positive, or the query has
     *     a {@code skip} or {@code take} already
     */
    Mono<Page<T>> page(int number, int size);

    /**
     * The first rows, with a cursor to the rest. Rows that are equal in the query's order are told apart by their primary key.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the size is not positive, or the query has a {@code skip}, {@code
     *     take} or {@code distinct}
     */
    default Mono<Slice<T>> slice(int size) {
        return after(null, size);
    }

    /**
     * The rows after a cursor; {@code null} stands for the beginning, so that a request parameter can be handed on. Fails with
     * {@link org.reactiveorm.error.InvalidQueryException}, before any SQL, if the cursor was changed or belongs to a query with
     * another condition or order; the values that conditions compare with may differ.
     *
     * @param cursor {@link Slice#next()} of an earlier slice
     * @throws org.reactiveorm.error.InvalidQueryException as {@link #slice}
     */
    Mono<Slice<T>> after(@Nullable String cursor, int size);

    /**
     * The rows before a cursor, in the query's order; {@code null} stands for the end.
     *
     * @param cursor {@link Slice#previous()} of an earlier slice
     * @throws org.reactiveorm.error.InvalidQueryException as {@link #slice}
     */
    Mono<Slice<T>> before(@Nullable String cursor, int size);
}
