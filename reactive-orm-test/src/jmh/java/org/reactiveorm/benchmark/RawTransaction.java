package org.reactiveorm.benchmark;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The two ways to write a transaction of two steps by hand. */
enum RawTransaction {

    /** BEGIN is sent together with the first statement: three round trips. */
    RIDING {
        @Override
        <A, B> Mono<B> run(
                ConnectionPool pool, Function<Connection, Mono<A>> first, BiFunction<Connection, A, Mono<B>> second) {
            return Mono.usingWhen(
                    pool.create(),
                    connection -> Flux.<Object>mergeSequential(
                                    execute(connection, "BEGIN").then(Mono.empty()), first.apply(connection))
                            .next()
                            .flatMap(answer -> second.apply(connection, this.<A>typed(answer))),
                    connection -> execute(connection, "COMMIT").then(Mono.from(connection.close())),
                    (connection, error) -> execute(connection, "ROLLBACK").then(Mono.from(connection.close())),
                    connection -> execute(connection, "ROLLBACK").then(Mono.from(connection.close())));
        }
    },

    /** With the methods of the SPI: four round trips. */
    SPI {
        @Override
        <A, B> Mono<B> run(
                ConnectionPool pool, Function<Connection, Mono<A>> first, BiFunction<Connection, A, Mono<B>> second) {
            return Mono.usingWhen(
                    pool.create(),
                    connection -> Mono.from(connection.beginTransaction())
                            .then(Mono.defer(() -> first.apply(connection)))
                            .flatMap(answer -> second.apply(connection, answer)),
                    connection -> Mono.from(connection.commitTransaction()).then(Mono.from(connection.close())),
                    (connection, error) ->
                            Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())),
                    connection -> Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())));
        }
    };

    abstract <A, B> Mono<B> run(
            ConnectionPool pool, Function<Connection, Mono<A>> first, BiFunction<Connection, A, Mono<B>> second);

    @SuppressWarnings("unchecked") // the only value of the merged sequence is that of the first statement
    <A> A typed(Object answer) {
        return (A) answer;
    }

    private static Mono<Void> execute(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .flatMap(Result::getRowsUpdated)
                .then();
    }
}
