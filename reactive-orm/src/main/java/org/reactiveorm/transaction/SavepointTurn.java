package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** A savepoint's place in the session around it, from its first statement to its end. Brings that session's connection, if need be. */
final class SavepointTurn implements Gate.Turn, Acquisition.Receiver {

    private enum Phase {
        NONE,
        WAITING,
        ACQUIRING,
        OPENING,
        HELD,
        LEFT
    }

    private final Session outer;
    private Phase phase = Phase.NONE; // guarded by this, like the rest
    private Acquisition.@Nullable Receiver statement;
    private @Nullable Connection held;

    SavepointTurn(Session outer) {
        this.outer = outer;
    }

    /** Tells a statement of the savepoint when the connection is there; one before it, that has been cancelled, may have asked already. */
    void takeFor(Acquisition.Receiver next) {
        Connection there;
        synchronized (this) {
            there = held;
            if (there == null) {
                statement = next;
                if (!move(Phase.NONE, Phase.WAITING)) {
                    return;
                }
            }
        }
        if (there == null) {
            outer.state().gate().enter(this);
        } else {
            next.acquired(there);
        }
    }

    @Override
    public boolean start() {
        Connection there = outer.connection();
        if (!move(Phase.WAITING, there == null ? Phase.ACQUIRING : Phase.OPENING)) {
            return false;
        }
        if (there == null) {
            outer.connect(this);
        } else {
            hold(there);
        }
        return true;
    }

    @Override
    public void reject(RuntimeException reason) {
        if (move(Phase.WAITING, Phase.NONE)) {
            statement().notAcquired(reason);
        }
    }

    /** The savepoint's first statement is the first of the session around it, too. */
    @Override
    public void acquired(Connection there) {
        if (move(Phase.ACQUIRING, Phase.OPENING)) {
            outer.open(there, currentContext());
            hold(there);
        } else {
            outer.unwanted(there, currentContext());
        }
    }

    @Override
    public void notAcquired(Throwable error) {
        if (move(Phase.ACQUIRING, Phase.NONE)) {
            outer.state().gate().leave();
            statement().notAcquired(error);
        }
    }

    private void hold(Connection there) {
        Acquisition.Receiver waiting = null;
        synchronized (this) {
            if (move(Phase.OPENING, Phase.HELD)) {
                held = there;
                waiting = statement;
            }
        }
        if (waiting == null) {
            outer.state().gate().leave();
        } else {
            waiting.acquired(there);
        }
    }

    /** The savepoint is over. */
    void leave() {
        Phase before;
        synchronized (this) {
            before = phase;
            phase = Phase.LEFT;
        }
        if (before == Phase.HELD || before == Phase.ACQUIRING) {
            outer.state().gate().leave();
        }
    }

    @Override
    public Context currentContext() {
        return statement().currentContext();
    }

    private synchronized Acquisition.Receiver statement() {
        return Objects.requireNonNull(statement, "statement");
    }

    private synchronized boolean move(Phase expected, Phase next) {
        if (phase != expected) {
            return false;
        }
        phase = next;
        return true;
    }
}
