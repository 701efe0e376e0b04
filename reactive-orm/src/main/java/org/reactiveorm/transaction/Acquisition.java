package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.function.Supplier;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ErrorContext;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * One request for a connection. It is never cancelled: now and then reactor-pool loses a place for good when the
 * cancel meets the start of an allocation. Who does not want the connection any more gives it back when it comes.
 */
final class Acquisition extends BaseSubscriber<Connection> {

    private final Receiver receiver;

    private boolean answered;

    private Acquisition(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Requests a connection; the receiver is told in any case. */
    static void start(Supplier<Mono<Connection>> connections, Receiver receiver) {
        Mono<Connection> connection;
        try {
            connection = connections.get();
        } catch (RuntimeException e) {
            connection = Mono.error(e);
        }
        connection.subscribe(new Acquisition(receiver));
    }

    @Override
    protected void hookOnNext(Connection connection) {
        answered = true;
        receiver.acquired(connection);
    }

    @Override
    protected void hookOnError(Throwable error) {
        receiver.notAcquired(error);
    }

    @Override
    protected void hookOnComplete() {
        if (!answered) {
            receiver.notAcquired(new ConnectionLostException(
                    "The connection provider has answered without a connection. acquire() has to emit one, or an error.",
                    ErrorContext.none(),
                    null));
        }
    }

    @Override
    public Context currentContext() {
        return receiver.currentContext();
    }

    /** Whom the connection is for. */
    interface Receiver {

        /** Here it is. */
        void acquired(Connection connection);

        /** There is none. */
        void notAcquired(Throwable error);

        /** The subscriber's context. */
        Context currentContext();
    }
}
