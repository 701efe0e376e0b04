package org.reactiveorm.execution;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.sql.Copy;
import org.reactiveorm.sql.CursorSql;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.transaction.CursorNames;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The one place that sends statements. Each subscription sends one, a stream several, on the connection that {@link Transactions}
 * chooses.
 * Errors come out as {@link org.reactiveorm.error.OrmException}, with the statement's entity and text; what a
 * {@link RowReader} throws comes out as it is.
 */
public final class Executor {

    private final Transactions transactions;
    private final StatementListener listener;
    private final KnownEntities known;

    /** Sends through {@code transactions} and tells {@code listener} of every statement. */
    public Executor(Transactions transactions, StatementListener listener) {
        this(transactions, listener, KnownEntities.none());
    }

    /** The same; errors can be about any of these entities. */
    public Executor(Transactions transactions, StatementListener listener, KnownEntities known) {
        this.transactions = transactions;
        this.listener = listener;
        this.known = known;
    }

    /** Emits what {@code reader} makes of each row. Outside of a transaction the connection is back before completion. */
    public <T> Flux<T> query(Sql sql, RowReader<T> reader) {
        return send(sql, sql, result -> result.map(new RowMapper<>(reader)), row -> 1);
    }

    /** Emits how many rows were changed, 0 for a statement that changes none. */
    public Mono<Long> update(Sql sql) {
        return this.<Long>send(sql, sql, Result::getRowsUpdated, Long::longValue)
                .reduce(0L, Long::sum);
    }

    /** Statements that only read and belong together; see {@link Transactions#reading(Flux)}. */
    public <T> Flux<T> reading(Flux<T> statements) {
        return transactions.reading(statements);
    }

    /** {@link #reading(Flux)}. */
    public <T> Mono<T> reading(Mono<T> statements) {
        return transactions.reading(statements);
    }

    /** Emits how many rows were loaded. */
    public Mono<Long> copy(Copy copy) {
        return observed(
                        copy.sql(),
                        Long::longValue,
                        connection -> new CopyStatement(copy, known)
                                .on(connection)
                                .flux()
                                .onErrorResume(error -> failed(error, copy.sql())))
                .reduce(0L, Long::sum);
    }

    /** Whether statements of a subscriber with this context share a connection with others. */
    public boolean isInTransaction(ContextView context) {
        return transactions.cursorNames(context) != null;
    }

    /**
     * Emits the rows of {@code query} window by window, through a cursor on the server: the next window is read when all
     * rows of the one before have been taken. In a transaction the cursor is part of it, and
     * closed at the end, after an error or a cancel; other statements have their turn between the windows. Outside, the cursor
     * has a transaction of its own, which sees the database as it was at its beginning and must not write.
     */
    public <T> Flux<T> stream(Sql query, Windows<?, T> windows) {
        Function<ContextView, Cursor<T>> cursors = context -> cursor(query, windows, context);
        return Flux.deferContextual(context -> isInTransaction(context)
                ? new CursorFlux<>(cursors, CursorFlux.Ending.CLOSED)
                : transactions.emitEarly(
                        TransactionOptions.snapshot(), new CursorFlux<>(cursors, CursorFlux.Ending.WITH_TRANSACTION)));
    }

    private <T> Cursor<T> cursor(Sql query, Windows<?, T> windows, ContextView context) {
        CursorNames names = Objects.requireNonNull(transactions.cursorNames(context), "a cursor is in a transaction");
        return new Cursor<>(this, new CursorSql(names.take(), query), windows, names);
    }

    /** The next window of a cursor. Its errors show the text of the query, which FETCH has not. */
    <P> Flux<P> fetch(CursorSql cursor, Windows<P, ?> windows) {
        return reading(
                cursor,
                send(
                        cursor.fetch(windows.size()),
                        cursor.query(),
                        result -> result.map(new RowMapper<>(windows.reader())),
                        row -> 1));
    }

    /** Ends a cursor that has been read. */
    Mono<Void> closeRead(CursorSql cursor) {
        return reading(cursor, Flux.from(update(cursor.close()))).then();
    }

    private <T> Flux<T> reading(CursorSql cursor, Flux<T> statement) {
        return cursor.query().mayLeaveTraces() ? statement : transactions.throughSavepoints(statement);
    }

    /** Sends {@code sql}; errors are told of the statement {@code about}. */
    private <T> Flux<T> send(Sql sql, Sql about, Function<Result, Publisher<T>> values, ToLongFunction<T> rowsIn) {
        return observed(
                sql,
                rowsIn,
                connection -> Flux.<Result>from(sent(connection, sql))
                        .concatMap(values)
                        .onErrorResume(error -> failed(error, about)));
    }

    /**
     * The error as ours. A statement of its own is committed with its answer: if the line breaks before that arrives, nobody knows
     * whether it was.
     */
    private <T> Flux<T> failed(Throwable error, Sql about) {
        Throwable translated = DatabaseErrors.translate(error, EntitySubject.of(about, known));
        Throwable unanswered = DatabaseErrors.unanswered(translated);
        return unanswered == translated || !about.mayChangeRows()
                ? Flux.error(translated)
                : Flux.deferContextual(context -> Flux.error(isInTransaction(context) ? translated : unanswered));
    }

    private <T> Flux<T> observed(Sql sql, ToLongFunction<T> rowsIn, Function<Connection, Flux<T>> statement) {
        if (listener == StatementListener.none()) {
            return transactions.statement(statement);
        }
        Observation<T> observation = new Observation<>(sql, rowsIn, listener, transactions);
        return transactions.statement(connection -> new ObservedFlux<>(statement.apply(connection), observation));
    }

    /** The driver compares placeholders and values here already, before anything is sent. */
    private Publisher<? extends Result> sent(Connection connection, Sql sql) {
        try {
            return Binder.bind(connection.createStatement(sql.text()), sql).execute();
        } catch (RuntimeException refused) {
            throw Exceptions.propagate(DatabaseErrors.unsent(refused, EntitySubject.of(sql, known)));
        }
    }
}
