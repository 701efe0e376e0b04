package org.reactiveorm.test.postgres;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import reactor.core.publisher.Flux;

/** Plain SQL on a database, by its URL. */
final class Sql {

    private Sql() {}

    /** The first column of all rows as text. */
    static List<String> query(String url, String sql) {
        return Flux.usingWhen(
                        ConnectionFactories.get(url).create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(result -> result.map((row, metadata) -> String.valueOf(row.get(0)))),
                        Connection::close)
                .collectList()
                .block();
    }

    static void run(String url, String sql) {
        query(url, sql);
    }
}
