package org.reactiveorm;

import java.time.Clock;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.Writer;

/** What carries out queries and changes, and the models it knows. */
record Engine(Models models, Executor executor, Transactions transactions, Reader reader, Writer writer) {

    static Engine of(Models models, Executor executor, Transactions transactions, Clock clock) {
        return new Engine(
                models, executor, transactions, new Reader(executor), new Writer(executor, transactions, clock));
    }
}
