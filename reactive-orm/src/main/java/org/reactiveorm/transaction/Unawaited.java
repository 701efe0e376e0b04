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
 * A statement that travels with the next one: {@code BEGIN}, the session variables, {@code SAVEPOINT} and its ends. Without values it is
 * sent at once, whatever is under way before it, and nobody waits for its answer but the end of the transaction.
 */
final class Unawaited implements CoreSubscriber<Long> {

    private final Context context;
    private final Sinks.Empty<Void> answered = Sinks.empty();
    private volatile @Nullable Throwable error;

    private Unawaited(Context context) {
        this.context = context;
    }

    static Unawaited send(Connection connection, String sql, Context context) {
        Unawaited statement = new Unawaited(context);
        try {
            Flux.<Result>from(connection.createStatement(sql).execute())
                    .concatMap(Result::getRowsUpdated)
                    .subscribe(statement);
        } catch (RuntimeException e) {
            statement.onError(Operators.onOperatorError(e, context));
        }
        return statement;
    }

    /** Completes when the server has answered, whatever it was. */
    Mono<Void> answered() {
        return answered.asMono();
    }

    /** What the server has against it, or null. */
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
