package org.reactiveorm.execution;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.DatabaseErrors;
import org.reactiveorm.transaction.Transactions;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one place that sends statements. Each subscription sends one, on the connection that {@link Transactions} chooses.
 * Errors come out as {@link org.reactiveorm.error.OrmException}, with the statement's entity and text; what a
 * {@link RowReader} throws comes out as it is.
 */
public final class Executor {

    private final Transactions transactions;
    private final StatementListener listener;

    /** Sends through {@code transactions} and tells {@code listener} of every statement. */
    public Executor(Transactions transactions, StatementListener listener) {
        this.transactions = transactions;
        this.listener = listener;
    }

    /** Emits what {@code reader} makes of each row. Outside of a transaction the connection is back before completion. */
    public <T> Flux<T> query(Sql sql, RowReader<T> reader) {
        return send(sql, result -> result.map(new RowMapper<>(reader)), row -> 1);
    }

    /** Emits how many rows were changed, 0 for a statement that changes none. */
    public Mono<Long> update(Sql sql) {
        return this.<Long>send(sql, Result::getRowsUpdated, Long::longValue).reduce(0L, Long::sum);
    }

    private <T> Flux<T> send(Sql sql, Function<Result, Publisher<T>> values, ToLongFunction<T> rowsIn) {
        if (listener == StatementListener.none()) {
            return transactions.statement(connection -> values(connection, sql, values));
        }
        Observation<T> observation = new Observation<>(sql, rowsIn, listener, transactions);
        return transactions.statement(connection -> new ObservedFlux<>(values(connection, sql, values), observation));
    }

    private static <T> Flux<T> values(Connection connection, Sql sql, Function<Result, Publisher<T>> values) {
        return Flux.<Result>from(sent(connection, sql))
                .concatMap(values)
                .onErrorMap(error -> DatabaseErrors.translate(error, EntitySubject.of(sql)));
    }

    /** The driver compares placeholders and values here already, before anything is sent. */
    private static Publisher<? extends Result> sent(Connection connection, Sql sql) {
        try {
            return Binder.bind(connection.createStatement(sql.text()), sql).execute();
        } catch (RuntimeException refused) {
            throw Exceptions.propagate(DatabaseErrors.unsent(refused, EntitySubject.of(sql)));
        }
    }
}
