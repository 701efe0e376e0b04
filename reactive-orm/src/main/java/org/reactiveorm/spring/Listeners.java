package org.reactiveorm.spring;

import java.util.List;
import java.util.function.Consumer;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.transaction.TransactionEvent;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.write.EntityListener;
import org.springframework.beans.factory.ObjectProvider;

/**
 * All who want to hear of statements and transactions, as one listener each, and of entities.
 *
 * @param ofStatements those of statements
 * @param ofTransactions those of transactions
 * @param ofEntities those of entities, which may need what they listen to
 */
record Listeners(
        List<StatementListener> ofStatements,
        List<TransactionListener> ofTransactions,
        ObjectProvider<EntityListener<?>> ofEntities) {

    StatementListener statements() {
        return switch (ofStatements.size()) {
            case 0 -> StatementListener.none();
            case 1 -> ofStatements.get(0);
            default -> statement -> ofStatements.forEach(listener -> listener.executed(statement));
        };
    }

    TransactionListener transactions() {
        return switch (ofTransactions.size()) {
            case 0 -> TransactionListener.none();
            case 1 -> ofTransactions.get(0);
            default -> new Everyone(ofTransactions);
        };
    }

    private record Everyone(List<TransactionListener> listeners) implements TransactionListener {

        @Override
        public void began(TransactionEvent event) {
            tell(listener -> listener.began(event));
        }

        @Override
        public void committed(TransactionEvent event) {
            tell(listener -> listener.committed(event));
        }

        @Override
        public void rolledBack(TransactionEvent event) {
            tell(listener -> listener.rolledBack(event));
        }

        @Override
        public void outcomeUnknown(TransactionEvent event) {
            tell(listener -> listener.outcomeUnknown(event));
        }

        private void tell(Consumer<TransactionListener> news) {
            listeners.forEach(news);
        }
    }
}
