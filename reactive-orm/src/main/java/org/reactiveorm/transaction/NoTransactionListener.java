package org.reactiveorm.transaction;

enum NoTransactionListener implements TransactionListener {
    INSTANCE
}
