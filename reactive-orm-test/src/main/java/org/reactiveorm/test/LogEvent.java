package org.reactiveorm.test;

import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.transaction.TransactionEvent;

/** One line of a {@link StatementLog}. */
sealed interface LogEvent {

    /** As it is shown when an assertion fails. */
    String line();

    /** A statement that ended. */
    record Ran(ExecutedStatement statement) implements LogEvent {

        @Override
        public String line() {
            StringBuilder line = new StringBuilder(statement.sql().strip());
            line.append("\n      -- ").append(statement.rows()).append(statement.rows() == 1 ? " row" : " rows");
            if (statement.entity() != null) {
                line.append(" of ").append(statement.entity());
            }
            line.append(", ").append(statement.duration().toNanos() / 1_000).append(" µs");
            if (statement.transaction() != null) {
                line.append(", in transaction ").append(statement.transaction());
            }
            if (statement.error() != null) {
                line.append(", failed: ").append(statement.error());
            }
            return line.toString();
        }
    }

    /** What happened to a transaction. */
    record Step(Kind kind, TransactionEvent event) implements LogEvent {

        @Override
        public String line() {
            String cause = event.error() == null ? "" : " after " + event.error();
            return "transaction %d %s%s".formatted(event.id(), kind.words, cause);
        }
    }

    /** The steps of a transaction. */
    enum Kind {
        BEGAN("began"),
        COMMITTED("was committed"),
        ROLLED_BACK("was rolled back"),
        OUTCOME_UNKNOWN("was lost while it committed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
