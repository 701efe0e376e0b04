package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * The {@code BEGIN} that rides with the first statement, or the session variables that do: nobody waits for its answer but the
 * end of the transaction.
 */
final class Begin implements CoreSubscriber<Long> {

    private final Context context;
    private final Sinks.Empty<Void> answered = Sinks.empty();
    private volatile @Nullable Throwable error;

    Begin(Context context) {
        this.context = context;
    }

    void send(Connection connection, String sql) {
        try {
            Flux.<Result>from(connection.createStatement(sql).execute())
                    .concatMap(Result::getRowsUpdated)
                    .subscribe(this);
        } catch (RuntimeException e) {
            onError(Operators.onOperatorError(e, context));
        }
    }

    /** Completes when the server has answered, whatever it was. */
    Mono<Void> answered() {
        return answered.asMono();
    }

    /** Why there is no transaction, or null. */
    @Nullable
    Throwable error() {
        return error;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Long rows) {}

    @Override
    public void onError(Throwable reason) {
        error = reason;
        answered.tryEmitEmpty();
    }

    @Override
    public void onComplete() {
        answered.tryEmitEmpty();
    }

    @Override
    public Context currentContext() {
        return context;
    }
}
