package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import reactor.core.publisher.BaseSubscriber;
import reactor.util.context.Context;

/**
 * One request for a connection. It is never cancelled: now and then reactor-pool loses a place for good when the
 * cancel meets the start of an allocation. Who does not want the connection any more gives it back when it comes.
 */
final class Acquisition extends BaseSubscriber<Connection> {

    private final Receiver receiver;

    Acquisition(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    protected void hookOnNext(Connection connection) {
        receiver.acquired(connection);
    }

    @Override
    protected void hookOnError(Throwable error) {
        receiver.notAcquired(error);
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
