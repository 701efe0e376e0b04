package org.reactiveorm.schema;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Flux;

/** An empty database for each test, on the server that all tests share. */
final class LiveDatabase implements BeforeEachCallback {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private ConnectionFactory connections;
    private Transactions transactions;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        String name = "schema_test_" + DATABASES.incrementAndGet();
        connections = factory("postgres");
        run("create database " + name);
        connections = factory(name);
        transactions = new Transactions(ConnectionProvider.of(connections), TransactionListener.none());
        statements.clear();
    }

    Schema schema(EntityModel<?>... models) {
        return schema(List.of(models));
    }

    Schema schema(Collection<EntityModel<?>> models) {
        Executor executor = new Executor(transactions, statement -> statements.add(statement.sql()));
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
                .port(TestDatabase.shared().port())
                .username("postgres")
                .database(database)
                .build());
    }
}
