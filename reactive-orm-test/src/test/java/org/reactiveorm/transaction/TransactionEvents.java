package org.reactiveorm.transaction;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what becomes of transactions, in order. */
public final class TransactionEvents implements TransactionListener {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** What was heard so far, and will be: began, committed, rolled back, outcome unknown. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void began(TransactionEvent event) {
        heard.add("began");
    }

    @Override
    public void committed(TransactionEvent event) {
        heard.add("committed");
    }

    @Override
    public void rolledBack(TransactionEvent event) {
        heard.add("rolled back");
    }

    @Override
    public void outcomeUnknown(TransactionEvent event) {
        heard.add("outcome unknown");
    }
}
