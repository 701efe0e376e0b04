package org.reactiveorm;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The terminals of a query: those of every operation, and those that read a part of the rows. What cannot be asked is thrown when
 * a terminal is called; what is wrong about a cursor, or can only be seen by writing the SQL, is signalled to the subscriber before
 * any statement is sent.
 *
 * @param <T> what a row is read into
 */
public interface FindResults<T> extends Results<T> {

    /**
     * All rows, in the order of the query, with one statement for them and one for each included relation.
     *
     * <p>Memory is bounded whatever the consumer's speed. Outside of a transaction, rows without relations come as they are
     * asked for, and the server waits for a slow consumer; meanwhile they keep their connection, so that statements for each of them
     * need others. With relations, and in a transaction for a consumer that does not ask for everything at once, up to 10,000
     * rows are collected before the first is emitted. If there are more, that statement is given up and they are read as by {@link #stream stream(1000)}; who expects that many saves
     * a statement by streaming. Cancelling frees the connection; in a transaction what is left of the result is read and
     * discarded first. Locked rows are never asked for twice: with relations all of them are collected.
     */
    @Override
    Flux<T> all();

    /**
     * The same rows as {@link #all()}, read {@code window} rows at a time through a cursor of the server, for results that are
     * larger than memory or consumers that are slow. The next window is read when every row of the one before has been
     * taken, so at most one window, with its included relations, is in memory. Relations cost one statement each for every
     * window.
     *
     * <p>After a cancel nothing more is read. In a transaction other statements run between the windows, also those that the
     * rows lead to; the rows are those that the transaction saw when the stream began, and the cursor is closed when the stream
     * ends, however it does. {@code orm.transaction(Flux)} collects what it answers: consume the stream inside of it.
     *
     * <p>Outside of a transaction, the stream holds a connection from the first request to its end, in a read-only transaction of
     * its own: rows and relations are those of one snapshot (PostgreSQL, chapter "Repeatable Read Isolation Level"), rows come
     * before that transaction ends, and statements that rows lead to have connections of their own. A consumer that pauses longer
     * than the server's {@code idle_in_transaction_session_timeout} gets a {@link
     * org.reactiveorm.error.ConnectionLostException}.
     *
     * <p>The rows before an error have been emitted by then. The server's errors show the text of the query. It plans a cursor for
     * its first rows, see {@code cursor_tuple_fraction} (chapter "Query Planning").
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the window is not positive
     */
    Flux<T> stream(int window);

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
