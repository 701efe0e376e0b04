package org.reactiveorm;

import java.time.Clock;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.Writer;

/** What carries out queries and changes. */
record Engine(Executor executor, Transactions transactions, Reader reader, Writer writer) {

    Engine(Executor executor, Transactions transactions, Clock clock) {
        this(executor, transactions, new Reader(executor), new Writer(executor, transactions, clock));
    }
}
