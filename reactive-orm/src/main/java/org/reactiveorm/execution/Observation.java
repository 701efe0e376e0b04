package org.reactiveorm.execution;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What there is to say about a statement, and to whom. */
record Observation<T>(Sql sql, ToLongFunction<T> rowsIn, StatementListener listener, Transactions transactions) {

    void tell(long rows, long sentNanos, @Nullable Throwable error, ContextView context) {
        EntityModel<?> entity = sql.entity();
        OptionalLong transaction = transactions.transactionId(context);
        ExecutedStatement executed = new ExecutedStatement(
                sql.text(),
                entity == null ? null : entity.name(),
                rows,
                Duration.ofNanos(System.nanoTime() - sentNanos),
                error,
                transaction.isPresent() ? transaction.getAsLong() : null);
        try {
            listener.executed(executed);
        } catch (Throwable e) {
            // a listener that fails must not keep the subscriber from its signal
            Operators.onErrorDropped(e, Context.of(context));
        }
    }
}
