package org.reactiveorm;

import org.reactiveorm.execution.Executor;
import org.reactiveorm.read.GroupReader;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.Writer;

/** What carries out queries and changes, and the models it knows. */
record Engine(
        Models models,
        Executor executor,
        Transactions transactions,
        Reader reader,
        GroupReader groups,
        Writer writer) {}
