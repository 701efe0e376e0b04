package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.sqlstate.DatabaseErrors;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A nested transaction (PostgreSQL, {@code SAVEPOINT}). To the session around it, it is one long turn: so nobody else's statement gets
 * between its own and is undone with them. {@code SAVEPOINT} goes out with its first statement and its end with whatever comes next,
 * so it costs no round trip; if the server refuses the end, it refuses {@code COMMIT} too.
 *
 * <p>The exception is what reads from a cursor of the session around it: the work within may be waiting for its rows, as with a
 * savepoint for each window of a stream. A rollback does not undo that (PostgreSQL, {@code ROLLBACK TO SAVEPOINT}: a cursor stays where
 * {@code FETCH} has left it).
 */
final class Savepoint implements Transaction {

    private final Session outer;
    private final Outside outside;
    private final @Nullable Duration limit;
    private final SessionState state;
    private final SavepointTurn turn;
    private final DeadlockCheck deadlocks = new DeadlockCheck(this);
    private final String name;

    private volatile boolean isHeld;
    private volatile @Nullable Unawaited begin;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Throwable statementError;
    private volatile @Nullable Throwable undoneAfter;
    private volatile boolean isAbandoned;

    private Savepoint(TransactionOptions options, Outside outside, Session outer) {
        this.outer = outer;
        this.outside = outside;
        this.turn = new SavepointTurn(outer);
        this.limit = options.limits().transaction();
        this.state = outer.state().nested();
        this.name = "reactive_orm_" + depth();
    }

    /**
     * The next savepoint of {@code outer}, which is yet to be opened on the server.
     *
     * @throws InvalidQueryException if there is one already
     */
    static Savepoint in(Session outer, TransactionOptions options, Outside outside) {
        Savepoint next = new Savepoint(options, outside, outer);
        if (!outer.state().savepoint().compareAndSet(null, next)) {
            throw new InvalidQueryException(
                    "There is an open savepoint in the transaction already. Savepoints cannot run side by side: run one after the other (concatMap instead of flatMap, then() instead of zip()), or one within the other.",
                    ErrorContext.none());
        }
        return next;
    }

    @Override
    public Outside outside() {
        return outside;
    }

    @Override
    public @Nullable Duration limit() {
        return limit;
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public @Nullable Deadlines<SessionStatement<?>> deadlines() {
        return outer.deadlines();
    }

    @Override
    public OptionalLong id() {
        return outer.id();
    }

    @Override
    public int depth() {
        return outer.depth() + 1;
    }

    @Override
    public @Nullable Connection connection() {
        return connection;
    }

    @Override
    public void connect(Acquisition.Receiver receiver) {
        turn.takeFor(receiver);
    }

    @Override
    public void open(Connection lease, Context context) {
        begin = Unawaited.send(lease, "SAVEPOINT " + name, context);
        connection = lease;
        hold();
    }

    /** It stays for the next statement. */
    @Override
    public void unwanted(Connection lease, Context context) {
        hold();
    }

    @Override
    public void require(String settings, Context context) {
        outer.require(settings, context);
    }

    @Override
    public void partUndone() {
        outer.partUndone();
    }

    @Override
    public @Nullable Throwable ended(@Nullable Throwable error) {
        // what comes from around it needs no savepoint
        Unawaited sent = state.gate().running() instanceof Passing ? null : begin;
        Throwable own = error == null && sent != null ? sent.error() : error;
        Throwable outcome = own == null ? outer.ended(null) : own;
        deadlocks.restart();
        if (outcome != null) {
            note(outcome);
        }
        return outcome;
    }

    /** The first error, but rather one of the server: that is what undoes all. */
    private void note(Throwable error) {
        Throwable first = statementError;
        boolean isWorse = first == null || (!DatabaseErrors.isOfServer(first) && DatabaseErrors.isOfServer(error));
        if (isWorse) {
            statementError = error;
        }
    }

    // Statements from around it

    /** The session around it has no turns for others from now on. */
    private void hold() {
        deadlocks.restart();
        isHeld = true;
        Session around = outer;
        around.state().passing().forEach(this::letPass);
        while (around instanceof Savepoint savepoint) {
            around = savepoint.outer;
            around.state().passing().forEach(this::letPass);
        }
    }

    /** Gives {@code statement} a turn within it, if it is still waiting for one then. */
    void letPass(SessionStatement<?> statement) {
        if (isHeld) {
            state.gate().enter(new Passing(statement));
            Savepoint inner = state.savepoint().get();
            if (inner != null) {
                inner.letPass(statement);
            }
        }
    }

    /** {@code statement} of the session around it waits for a turn there. */
    void keepWaiting(SessionStatement<?> statement) {
        deadlocks.add(statement);
    }

    /** Whether it keeps others from their turn while it has no use for it. */
    boolean isIdle() {
        Gate.Turn running = state.gate().running();
        Savepoint inner = running instanceof SavepointTurn ? state.savepoint().get() : null;
        return isHeld && (inner == null ? running == null : inner.isIdle());
    }

    /** Whether a subscriber with this context is a part of its work. */
    boolean isAround(ContextView context) {
        Session part = context.getOrDefault(outside.key(), null);
        while (part instanceof Savepoint savepoint && part != this) {
            part = savepoint.outer;
        }
        return part == this;
    }

    /**
     * The server refuses everything after an error within, and will refuse to keep the savepoint: so it is undone now, with those in it.
     * False if there was none.
     */
    private boolean heal() {
        if (outer instanceof Savepoint around && around.heal()) {
            return true;
        }
        Connection lease = connection;
        Throwable failed = statementError;
        if (lease == null || failed == null || !DatabaseErrors.isOfServer(failed)) {
            return false;
        }
        undoneAfter = failed;
        send(lease, "ROLLBACK TO SAVEPOINT " + name);
        partUndone();
        return true;
    }

    /** A turn among its own for a statement from around it. */
    private final class Passing implements Gate.Turn {

        private final SessionStatement<?> statement;

        Passing(SessionStatement<?> statement) {
            this.statement = statement;
        }

        /** What is closed meanwhile may not know of this turn. */
        @Override
        public boolean start() {
            if (statement.isOver() || state.gate().isClosed()) {
                return false;
            }
            heal();
            return statement.startWithin(Savepoint.this);
        }

        /** It waits for a turn around the savepoint, too. */
        @Override
        public void reject(RuntimeException reason) {}
    }

    // The end

    @Override
    public Mono<Void> commit() {
        return state.gate().closeAfterWaiting(OpenTransaction::over).then(Mono.defer(this::commitNow));
    }

    private Mono<Void> commitNow() {
        if (isAbandoned) {
            return undone().then(
                            Mono.error(limit == null ? new CancellationException() : TransactionRun.tooLong(limit)));
        }
        Throwable part = state.parts().error();
        Throwable failed = part == null ? undoneAfter : part;
        Connection lease = connection;
        if (lease != null && (failed != null || statementError != null)) {
            return failed == null ? keptIfWhole(lease) : undone().then(Mono.error(PartialFailure.swallowed(failed)));
        }
        if (lease != null) {
            send(lease, "RELEASE SAVEPOINT " + name);
        }
        return kept();
    }

    /** An error that was swallowed may have been one of the server, which then undoes all; or one of our own. */
    private Mono<Void> keptIfWhole(Connection lease) {
        Unawaited release = send(lease, "RELEASE SAVEPOINT " + name);
        return release.answered().then(Mono.defer(() -> {
            Throwable swallowed = statementError;
            return release.error() == null || swallowed == null
                    ? kept()
                    : undone().then(Mono.error(PartialFailure.swallowed(swallowed)));
        }));
    }

    /** What is to be done at its end is to be done at that of the transaction around it, which may come as soon as it has left. */
    private Mono<Void> kept() {
        state.hooks().moveTo(outer.state().hooks(), outside::leave);
        leave();
        return Mono.empty();
    }

    /** What passes is neither stopped nor waited for, which may be long: whatever comes next waits for its turn behind the undoing. */
    @Override
    public Mono<Void> rollback(@Nullable Throwable reason) {
        return Mono.defer(() -> {
            Mono<Void> idle = state.gate().close(OpenTransaction::over);
            giveUpPlace(); // the next savepoint may come before this one is settled: it waits for its turn then
            boolean isPassed = state.gate().running() instanceof Passing;
            boolean isStopping = state.gate().isBusy() && !isPassed;
            Mono<Void> undone = (isStopping ? stopped(idle) : idle).then(Mono.defer(this::undone));
            return isPassed ? Mono.fromRunnable(undone::subscribe) : undone;
        });
    }

    private Mono<Void> stopped(Mono<Void> idle) {
        return Lease.quiet(idle, this::connection).timeout(Lease.DEADLINE).onErrorResume(this::lost);
    }

    /** Nobody can stop what runs within it, so what is around it can never be committed. */
    private Mono<Void> lost(Throwable error) {
        outer.state().parts().add(error);
        return Mono.empty();
    }

    private Mono<Void> undone() {
        Connection lease = connection;
        if (lease != null) {
            send(lease, "ROLLBACK TO SAVEPOINT %s; RELEASE SAVEPOINT %s".formatted(name, name));
            partUndone();
        }
        leave();
        return Mono.empty();
    }

    private void leave() {
        deadlocks.end();
        giveUpPlace();
        turn.leave();
    }

    private void giveUpPlace() {
        outer.state().savepoint().compareAndSet(this, null);
    }

    private static Unawaited send(Connection lease, String sql) {
        return Unawaited.send(lease, sql, Context.empty());
    }

    /** The transaction around it goes on. */
    @Override
    public Mono<Void> ending(Mono<Void> end) {
        return end;
    }

    /** As long as the commit waits for its turn, which a long {@code FETCH} may have, it can be undone. The next savepoint may come. */
    @Override
    public void abandon() {
        isAbandoned = true;
        giveUpPlace();
    }
}
