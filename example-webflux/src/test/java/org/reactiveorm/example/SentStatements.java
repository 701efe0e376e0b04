package org.reactiveorm.example;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.execution.StatementListener;

/** What the service has sent to its database, without BEGIN and COMMIT. */
class SentStatements implements StatementListener {

    private final List<String> sql = new CopyOnWriteArrayList<>();

    @Override
    public void executed(ExecutedStatement statement) {
        sql.add(statement.sql());
    }

    /** Those that {@code work} has sent. */
    List<String> during(Runnable work) {
        int before = sql.size();
        work.run();
        return new ArrayList<>(sql.subList(before, sql.size()));
    }
}
