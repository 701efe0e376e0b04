package org.reactiveorm.test.fault;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A statement of a {@link FaultyConnection}. */
record FaultyStatement(Statement statement, String sql, FaultyConnections faults) implements Statement {

    /** The results, and instead of the first of them the fault that is to come after the statement. */
    @Override
    public Publisher<? extends Result> execute() {
        return faults.faultAt(Moment.BEFORE_STATEMENT, sql).thenMany(Flux.defer(() -> {
            Flux<Result> results = Flux.from(statement.execute());
            return faults.dueAt(Moment.AFTER_STATEMENT, sql)
                    .map(fault -> results.concatMap(Result::getRowsUpdated)
                            .then(fault)
                            .thenMany(Flux.<Result>empty()))
                    .orElse(results);
        }));
    }

    @Override
    public Statement add() {
        statement.add();
        return this;
    }

    @Override
    public Statement bind(int index, Object value) {
        statement.bind(index, value);
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        statement.bind(name, value);
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        statement.bindNull(index, type);
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        statement.bindNull(name, type);
        return this;
    }

    @Override
    public Statement returnGeneratedValues(String... columns) {
        statement.returnGeneratedValues(columns);
        return this;
    }

    @Override
    public Statement fetchSize(int rows) {
        statement.fetchSize(rows);
        return this;
    }
}
