package org.reactiveorm.execution;

/**
 * Hears of every statement that was sent, once, when its result has ended: for logs, metrics, tracing and counting. Called
 * on the connection's thread, so it must neither block nor throw; what it throws goes to {@code Hooks.onErrorDropped} and keeps nobody
 * from a result.
 */
@FunctionalInterface
public interface StatementListener {

    /** Hears nothing and costs nothing. */
    static StatementListener none() {
        return NoStatementListener.INSTANCE;
    }

    /** A statement has ended. */
    void executed(ExecutedStatement statement);
}
