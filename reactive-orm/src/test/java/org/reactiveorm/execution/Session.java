package org.reactiveorm.execution;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.Row;
import org.reactiveorm.sql.CursorSql;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Flux;

/** One connection, asked and awaited. */
final class Session {

    private final PostgresqlConnection connection;

    Session(PostgresqlConnection connection) {
        this.connection = connection;
    }

    void run(String text, Sql.Parameter... parameters) {
        execute(text, parameters).flatMap(Result::getRowsUpdated).blockLast();
    }

    /** The only column of every row. */
    <T> List<T> read(ColumnType<T> type, String text, Sql.Parameter... parameters) {
        return values(type, ask(text, parameters));
    }

    /** The only column of every row, through a cursor. */
    <T> List<T> fetch(ColumnType<T> type, String query) {
        CursorSql cursor = new CursorSql("c", Sql.of(query));
        run("begin");
        run(cursor.declare().text());
        List<T> values = values(type, execute(cursor.fetch(10).text()));
        run("rollback");
        return values;
    }

    private static <T> List<T> values(ColumnType<T> type, Flux<? extends Result> results) {
        List<Optional<T>> values = results.flatMap(result -> result.map(
                        (row, metadata) -> Optional.ofNullable(type.read(new DriverRow(metadata).at(row), 0))))
                .collectList()
                .block();
        List<T> plain = new ArrayList<>();
        values.forEach(value -> plain.add(value.orElse(null)));
        return plain;
    }

    /** Every row, read by hand. */
    <T> List<T> map(String text, Function<Row, T> reader) {
        return ask(text)
                .flatMap(result -> result.map((row, metadata) -> reader.apply(new DriverRow(metadata).at(row))))
                .collectList()
                .block();
    }

    <T> T one(ColumnType<T> type, String text, Sql.Parameter... parameters) {
        List<T> values = read(type, text, parameters);
        if (values.size() != 1) {
            throw new AssertionError("one row expected: " + values);
        }
        return values.get(0);
    }

    /** What the driver itself makes of the only value. */
    <T> T driver(Class<T> type, String text) {
        return ask(text)
                .flatMap(result -> result.map((row, metadata) -> row.get(0, type)))
                .blockLast();
    }

    void close() {
        connection.close().block();
    }

    /** A value as the renderer binds it. */
    static <T> Sql.Parameter value(ColumnType<T> type, T value) {
        return new Sql.Parameter(value == null ? null : type.encode(value), type.wireType());
    }

    /** Values as the renderer binds many. */
    @SafeVarargs
    static <T> Sql.Parameter array(ColumnType<T> type, T... values) {
        Object array = type.array().encode(Arrays.asList(values), values.length);
        return new Sql.Parameter(array, array.getClass());
    }

    /** A statement without values would be answered in text always. */
    private Flux<? extends Result> ask(String text, Sql.Parameter... parameters) {
        return parameters.length > 0
                ? execute(text, parameters)
                : execute(
                        "select * from (" + text + ") statement where $1::int4 = 0",
                        new Sql.Parameter(0, Integer.class));
    }

    private Flux<? extends Result> execute(String text, Sql.Parameter... parameters) {
        return Flux.from(Binder.bind(connection.createStatement(text), new Sql(text, List.of(parameters), List.of()))
                .execute());
    }
}
