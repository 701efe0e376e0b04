package org.reactiveorm.test.fault;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A connection that asks before and after everything whether it is to fail. */
record FaultyConnection(Connection connection, FaultyConnections faults) implements Connection, Wrapped<Connection> {

    private Publisher<Void> aroundStatement(String sql, Publisher<Void> work) {
        return faults.faultAt(Moment.BEFORE_STATEMENT, sql)
                .then(Mono.from(work))
                .then(faults.faultAt(Moment.AFTER_STATEMENT, sql));
    }

    @Override
    public Statement createStatement(String sql) {
        return new FaultyStatement(connection.createStatement(sql), sql, faults);
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return aroundStatement("BEGIN", connection.beginTransaction());
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return aroundStatement("BEGIN", connection.beginTransaction(definition));
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return aroundStatement("COMMIT", connection.commitTransaction());
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return aroundStatement("ROLLBACK", connection.rollbackTransaction());
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return aroundStatement("SAVEPOINT " + name, connection.createSavepoint(name));
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return aroundStatement("RELEASE SAVEPOINT " + name, connection.releaseSavepoint(name));
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return aroundStatement("ROLLBACK TO SAVEPOINT " + name, connection.rollbackTransactionToSavepoint(name));
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return faults.faultAt(Moment.VALIDATE, "").then(Mono.from(connection.validate(depth)));
    }

    @Override
    public Publisher<Void> close() {
        return faults.faultAt(Moment.CLOSE, "").then(Mono.from(connection.close()));
    }

    @Override
    public Batch createBatch() {
        return connection.createBatch();
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return connection.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return connection.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return connection.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return connection.setTransactionIsolationLevel(level);
    }

    @Override
    public Connection unwrap() {
        return connection;
    }
}
