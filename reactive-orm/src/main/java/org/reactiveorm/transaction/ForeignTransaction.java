package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** A transaction that somebody else begins and ends. */
record ForeignTransaction(SharedConnection shared) implements Session {

    @Override
    public Gate gate() {
        return shared.gate();
    }

    @Override
    public CursorNames cursorNames() {
        return shared.cursorNames();
    }

    @Override
    public Connection connection() {
        return shared.connection();
    }

    @Override
    public void open(Connection connection, Context context) {
        throw new IllegalStateException("The connection of somebody else's transaction is there from the start");
    }

    @Override
    public void require(String settings, Context context) {
        shared.require(settings, context);
    }

    @Override
    public @Nullable Throwable ended(@Nullable Throwable error) {
        return error;
    }

    @Override
    public void partFailed(Throwable error) {
        shared.partFailed(error);
    }
}
