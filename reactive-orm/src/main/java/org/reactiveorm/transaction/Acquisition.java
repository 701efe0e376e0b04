package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import reactor.core.publisher.BaseSubscriber;
import reactor.util.context.Context;

/** One request for a connection. A connection that arrives after the cancel is still handed over, so that it can be given back. */
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
