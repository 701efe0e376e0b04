package org.reactiveorm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.schema.ProbeRow.Reading;
import org.reactiveorm.schema.ResultColumn.Nullability;
import org.reactiveorm.schema.SqlDifference.Kind;
import org.reactiveorm.sql.QueryText;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds SQL of the caller against the live database. No statement is run: the server plans it and describes its columns. */
public final class SqlVerification {

    private final Executor executor;
    private final Transactions transactions;
    private final List<String> texts;

    /**
     * Asks the database that {@code executor} talks to. Readers that do not take any text are given {@code texts}: what
     * the entities' enums are stored as.
     */
    public SqlVerification(Executor executor, Transactions transactions, List<String> texts) {
        this.executor = executor;
        this.transactions = transactions;
        List<String> all = new ArrayList<>(texts);
        all.addAll(List.of("{}", "[]", "0", "\"\"", "true", "00000000-0000-0000-0000-000000000000"));
        this.texts = List.copyOf(all);
    }

    /** Each statement in a transaction of its own, one after the other, and what was found about all of them. */
    public Mono<SqlReport> verify(List<KnownStatement> statements) {
        return Flux.<KnownStatement>deferContextual(context -> {
                    if (transactions.transactionId(context).isPresent()) {
                        return Flux.error(new InvalidQueryException(
                                "SQL cannot be verified in a transaction, because a statement that is refused would end it. Call verifySql() outside.",
                                ErrorContext.none()));
                    }
                    return Flux.fromIterable(statements);
                })
                .concatMap(this::findings)
                .collectList()
                .map(findings -> new SqlReport(
                        statements.size(),
                        findings.stream()
                                .flatMap(each -> each.differences.stream())
                                .toList(),
                        findings.stream()
                                .flatMap(each -> each.unchecked.stream())
                                .toList()));
    }

    private Mono<Findings> findings(KnownStatement statement) {
        Findings findings = new Findings(statement);
        if (!QueryText.isQuery(statement.sql().text())) {
            return Mono.just(findings.unchecked("it is no query"));
        }
        return planned(statement.sql())
                .then(Mono.defer(() -> compared(statement, findings)))
                .onErrorResume(
                        SqlVerification::isOfTheStatement,
                        refused -> Mono.just(findings.refused(String.valueOf(refused.getMessage()))));
    }

    /** With the values as they are sent, so that the server decides on their types as it does when the statement is run. */
    private Mono<Void> planned(Sql sql) {
        return executor.query(
                        new Sql("explain " + sql.text(), sql.parameters(), sql.entities()),
                        row -> row.require(0, String.class))
                .then();
    }

    private Mono<Findings> compared(KnownStatement statement, Findings findings) {
        Supplier<? extends RowReader<?>> reader = statement.reader();
        if (reader == null) {
            return Mono.just(findings);
        }
        return transactions
                .execute(
                        TransactionOptions.defaults(),
                        Mono.defer(() -> new ResultReader(executor).columns(statement.sql())))
                .map(columns -> findings.compared(columns, new ReaderProbe(reader.get(), columns, texts)))
                .switchIfEmpty(Mono.fromSupplier(() -> findings.unchecked("the server does not describe its columns")))
                .onErrorResume(
                        DatabaseException.class,
                        refused -> Mono.just(findings.unchecked(
                                "the server does not describe its columns: " + refused.getMessage())));
    }

    /** Not of the connection or the pool. */
    private static boolean isOfTheStatement(Throwable error) {
        return error instanceof DatabaseException
                || error instanceof InvalidQueryException
                || error instanceof InvalidValueException;
    }

    /** What was found about one statement. */
    private static final class Findings {

        private final KnownStatement statement;
        private final List<SqlDifference> differences = new ArrayList<>();
        private final List<String> unchecked = new ArrayList<>();

        Findings(KnownStatement statement) {
            this.statement = statement;
        }

        Findings unchecked(String reason) {
            unchecked.add(
                    reason + ", in: " + SqlDifference.onOneLine(statement.sql().text()));
            return this;
        }

        Findings refused(String reason) {
            add(Kind.REFUSED, null, "a statement that the database takes", reason);
            return this;
        }

        Findings compared(List<ResultColumn> columns, ReaderProbe probe) {
            RuntimeException failure = probe.failure();
            if (probe.isUnreadable() && failure != null) {
                add(Kind.UNREADABLE, null, "columns for " + statement.target(), String.valueOf(failure.getMessage()));
            }
            for (Map.Entry<Integer, Reading> entry : probe.readings().entrySet()) {
                ResultColumn column = columns.get(entry.getKey());
                Reading reading = entry.getValue();
                if (!TypeFit.fits(reading, column.type())) {
                    add(Kind.DIFFERENT_TYPE, column, reading.toString(), column.displayedType());
                }
                if (column.nullability() == Nullability.NULLABLE && probe.refusesNull(entry.getKey())) {
                    add(Kind.NULLABLE, column, "no NULL for " + statement.target(), "a column that can be NULL");
                }
            }
            if (failure != null && !probe.isUnreadable()) {
                unchecked("%s does not take made-up values (%s), so that only %d of %d columns were seen"
                        .formatted(
                                statement.target(),
                                failure.getMessage(),
                                probe.readings().size(),
                                columns.size()));
            }
            return this;
        }

        private void add(Kind kind, @Nullable ResultColumn column, String expected, String found) {
            differences.add(new SqlDifference(
                    kind, statement.sql().text(), column == null ? null : column.name(), expected, found));
        }
    }
}
