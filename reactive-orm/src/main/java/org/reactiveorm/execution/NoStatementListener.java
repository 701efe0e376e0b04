package org.reactiveorm.execution;

enum NoStatementListener implements StatementListener {
    INSTANCE;

    @Override
    public void executed(ExecutedStatement statement) {}
}
