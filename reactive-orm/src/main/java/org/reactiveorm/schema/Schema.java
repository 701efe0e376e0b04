package org.reactiveorm.schema;

import java.util.Collection;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.SchemaMismatchException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Mono;

/**
 * The schema that the known entities need: as text, created, dropped, or compared with the live database. Every method
 * fails with {@link org.reactiveorm.error.InvalidQueryException} before any SQL if the entities contradict each other
 * (two map the same table) or a table's or column's name is longer than PostgreSQL allows.
 */
public final class Schema {

    private final List<EntityModel<?>> models;
    private final Executor executor;
    private final Transactions transactions;
    private final SchemaReader reader;

    /** The schema of these entities in the database that {@code executor} talks to. */
    public Schema(Collection<EntityModel<?>> models, Executor executor, Transactions transactions) {
        this.models = List.copyOf(models);
        this.executor = executor;
        this.transactions = transactions;
        this.reader = new SchemaReader(executor);
    }

    /**
     * The script that {@link #create} runs, the same text for the same entities. Besides what the entities declare it has
     * a unique constraint for each has-one, which promises that at most one row refers to this one, and an index for
     * each foreign key that no other index finds, because PostgreSQL makes none.
     */
    public String ddl() {
        return DdlRenderer.create(definition());
    }

    /**
     * Creates schemas, enums, sequences, tables, join tables, keys, indexes and foreign keys in one transaction, or joins
     * the one that it is subscribed in. Completes when all are there. Fails with {@link SchemaMismatchException} and
     * changes nothing if one of them exists already; the message says which.
     */
    public Mono<Void> create() {
        return Mono.defer(() -> {
            SchemaDefinition definition = definition();
            Mono<Long> created = reader.present(definition).flatMap(present -> {
                requireNothing(present);
                return run(DdlRenderer.create(definition));
            });
            return transactions.execute(TransactionOptions.defaults(), created).then();
        });
    }

    /**
     * Drops the tables of the known entities <em>with their rows</em>, their join tables, sequences and enums, in one
     * transaction. What is not there is passed over; schemas stay, because other things may live in them. Fails and
     * changes nothing if something that the entities do not know depends on one of them, for example a view.
     */
    public Mono<Void> drop() {
        return Mono.defer(() -> {
            Mono<Long> dropped = run(DdlRenderer.drop(definition()));
            return transactions.execute(TransactionOptions.defaults(), dropped).then();
        });
    }

    /**
     * Holds the model against the live database and emits every difference. Reads on one connection, changes nothing. What the database has beyond
     * the model is not a difference, unless it makes inserts fail; neither are the names of keys and indexes, nor what the
     * database's default for a column is, as long as there is one.
     */
    public Mono<SchemaReport> validate() {
        return Mono.defer(() -> {
            SchemaDefinition definition = definition();
            Mono<LiveSchema> live = reader.read(definition);
            return transactions
                    .execute(TransactionOptions.defaults().asReadOnly(), live)
                    .map(found -> Comparison.of(definition, found));
        });
    }

    private SchemaDefinition definition() {
        return ModelTables.of(models);
    }

    private Mono<Long> run(String script) {
        return script.isEmpty() ? Mono.just(0L) : executor.update(Sql.of(script));
    }

    private static void requireNothing(List<String> present) {
        if (!present.isEmpty()) {
            throw new SchemaMismatchException(
                    "The schema cannot be created, because the database already has: %s. validate() says how the database differs from the entities, drop() removes what they describe."
                            .formatted(String.join(", ", present)),
                    ErrorContext.none());
        }
    }
}
