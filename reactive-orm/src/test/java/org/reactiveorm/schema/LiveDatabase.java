package org.reactiveorm.schema;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Flux;

/** A real server for a test class, and an empty database for each test. */
final class LiveDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private EmbeddedPostgres server;
    private ConnectionFactory connections;
    private Transactions transactions;
    private int databases;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        String name = "test" + databases++;
        connections = factory("postgres");
        run("create database " + name);
        connections = factory(name);
        transactions = new Transactions(ConnectionProvider.of(connections), TransactionListener.none());
        statements.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
    }

    Schema schema(EntityModel<?>... models) {
        return schema(List.of(models));
    }

    Schema schema(Collection<EntityModel<?>> models) {
        Executor executor = new Executor(
                transactions, statement -> statements.add(statement.sql()));
        return new Schema(models, executor, transactions);
    }

    Transactions transactions() {
        return transactions;
    }

    /** What was sent through {@link #schema}. */
    List<String> statements() {
        return statements;
    }

    /** Runs SQL beside the library; returns the first column as text. */
    List<String> run(String sql) {
        return Flux.usingWhen(
                        connections.create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(LiveDatabase::firstColumn),
                        Connection::close)
                .collectList()
                .block();
    }

    private static Flux<String> firstColumn(Result result) {
        return Flux.from(result.map((row, metadata) -> String.valueOf(row.get(0))));
    }

    private ConnectionFactory factory(String database) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .port(server.getPort())
                .username("postgres")
                .database(database)
                .build());
    }
}
