package org.reactiveorm.test;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.schema.Schema;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.transaction.Transactions;

/**
 * What a test's database has in it, and how long it lives.
 *
 * @param schema whose tables it has
 * @param entities the entities when they are chosen
 * @param scripts run after the schema, in order
 * @param scope how long it lives
 */
record DatabasePlan(SchemaOf schema, List<EntityRef<?, ?>> entities, List<String> scripts, Scope scope) {

    /** Whose tables. */
    enum SchemaOf {
        ALL,
        CHOSEN,
        NONE
    }

    /** How long. */
    enum Scope {
        TEST_CLASS,
        TEST
    }

    static DatabasePlan initial() {
        return new DatabasePlan(SchemaOf.ALL, List.of(), List.of(), Scope.TEST_CLASS);
    }

    DatabasePlan withoutSchema() {
        return new DatabasePlan(SchemaOf.NONE, List.of(), scripts, scope);
    }

    DatabasePlan withSchemaOf(List<EntityRef<?, ?>> chosen) {
        return new DatabasePlan(SchemaOf.CHOSEN, List.copyOf(chosen), scripts, scope);
    }

    DatabasePlan withScript(String sql) {
        List<String> all = new ArrayList<>(scripts);
        all.add(sql);
        return new DatabasePlan(schema, entities, List.copyOf(all), scope);
    }

    DatabasePlan perTest() {
        return new DatabasePlan(schema, entities, scripts, Scope.TEST);
    }

    /** Everything that runs on the template. */
    String script() {
        List<String> parts = new ArrayList<>();
        switch (schema) {
            case ALL -> parts.add(ReactiveOrm.create(unreached()).schema().ddl());
            case CHOSEN -> parts.add(chosenSchema().ddl());
            case NONE -> {}
        }
        parts.addAll(scripts);
        return String.join(";\n", parts.stream().map(DatabasePlan::withoutEnd).toList());
    }

    private Schema chosenSchema() {
        List<EntityModel<?>> models = new ArrayList<>();
        entities.forEach(entity -> models.add(entity.model()));
        Transactions transactions = new Transactions(ConnectionProvider.of(unreached()), TransactionListener.none());
        return new Schema(models, new Executor(transactions, StatementListener.none()), transactions);
    }

    /** The text of a schema is made without a connection. */
    private static ConnectionFactory unreached() {
        return ConnectionFactories.get("r2dbc:postgresql://nobody@localhost:1/none");
    }

    private static String withoutEnd(String script) {
        String text = script.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }
}
