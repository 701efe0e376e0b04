package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Runs publishers in transactions and statements on the right connection. The transaction travels in the subscriber's
 * Reactor context, so it follows the publisher across threads and ends at its edges.
 */
public final class Transactions {

    private static final String NO_TRANSACTION =
            "The work has to be a part of a transaction (MANDATORY), and there is none. Call it within orm.transaction(…).";

    private static final String IN_TRANSACTION =
            "The work must not be a part of a transaction (NEVER), and there is one. Call it outside of orm.transaction(…).";

    /** The key in the context of {@link #throughSavepoints}. */
    private static final Object THROUGH_SAVEPOINTS = new Object();

    private final ConnectionProvider connections;
    private final Surroundings surroundings;
    private final SessionVariables variables;
    private final DefaultLimits limits;
    private final AtomicLong ids = new AtomicLong();

    /** Takes its connections from {@code connections} and tells {@code listener} what happens to them. */
    public Transactions(ConnectionProvider connections, TransactionListener listener) {
        this(
                new Surroundings(connections, listener, ErrorSubject.unknown(), TimeLimits.none()),
                SessionVariables.none());
    }

    /**
     * Begins every transaction with these variables, in the one {@code BEGIN}. A subscriber who has any is never outside of a
     * transaction: a statement that is not in one gets its own, whose {@code COMMIT} is a round trip more.
     */
    public Transactions(Surroundings surroundings, SessionVariables variables) {
        this.connections = surroundings.connections();
        this.surroundings = surroundings;
        this.limits = new DefaultLimits(surroundings.limits());
        this.variables = variables;
    }

    /**
     * Runs {@code source} in a transaction, once per subscriber. The value is emitted after the server acknowledged
     * {@code COMMIT}. An error, a cancel or a {@code source} that throws rolls back; the error is signalled unchanged when
     * the connection is back. Within a transaction of this object, or one that the {@link ConnectionProvider} says is
     * there, {@link TransactionOptions#propagation} decides. The default is to join it, and then the other {@code options} do
     * not matter; if the source fails, the outer transaction is rolled back even when the error is swallowed on the way. A
     * transaction without statements touches no connection.
     *
     * <p>A transaction of ours that is late ({@link TimeLimits#transaction}) is rolled back, with the statement that runs in it
     * stopped on the server, and fails with {@link org.reactiveorm.error.DeadlineExceededException}. One that fails with {@link
     * org.reactiveorm.error.TransactionConflictException} is run again as {@link TransactionOptions#retries} says.
     *
     * <p>Besides the source's errors: a {@link org.reactiveorm.error.DatabaseException} when it completed although a
     * statement had failed, {@link org.reactiveorm.error.CommitOutcomeUnknownException} when the connection broke during
     * {@code COMMIT} (of a read-only transaction: {@link org.reactiveorm.error.ConnectionLostException}), and whatever a deferred constraint or a serialization conflict at {@code COMMIT} translates to.
     *
     * @throws InvalidQueryException if the options or the source are null
     */
    public <T> Mono<T> execute(TransactionOptions options, Mono<T> source) {
        given(source);
        given(options);
        return Mono.deferContextual(context -> {
            Session outer = session(context);
            Supplier<? extends Transaction> own = own(options, outer, context);
            if (own == null) {
                return outer == null ? source : PartialFailure.noted(source, outer);
            }
            Mono<T> transaction = new TransactionMono<>(source, own);
            Retries retries = retries(options, outer);
            return retries.isNone() ? transaction : transaction.retryWhen(retries.spec());
        });
    }

    /**
     * The same for many values: they are collected and emitted after {@code COMMIT}, unless the options say {@link Emitting#EARLY}.
     */
    public <T> Flux<T> execute(TransactionOptions options, Flux<T> source) {
        return given(options).emitting() == Emitting.EARLY
                ? early(options, given(source))
                : execute(options, given(source).collectList()).flatMapIterable(Function.<List<T>>identity());
    }

    private <T> Flux<T> early(TransactionOptions options, Flux<T> source) {
        return Flux.deferContextual(context -> {
            Session outer = session(context);
            Supplier<? extends Transaction> own = own(options, outer, context);
            if (own == null) {
                return outer == null ? source : PartialFailure.noted(source, outer);
            }
            Flux<T> transaction = new TransactionFlux<>(source, own, TransactionFlux.CommitError.SIGNALLED);
            Retries retries = retries(options, outer);
            return retries.isNone() ? transaction : retriedUntilFirst(transaction, retries);
        });
    }

    /** A conflict is one of the whole transaction: what is run again within it meets the same again. */
    private static Retries retries(TransactionOptions options, @Nullable Session outer) {
        boolean isWithin = outer != null && options.propagation() == Propagation.SAVEPOINT;
        return isWithin ? Retries.none() : options.retries();
    }

    /** A value that is out cannot be taken back, so what follows it cannot come from another attempt. */
    private static <T> Flux<T> retriedUntilFirst(Flux<T> transaction, Retries retries) {
        AtomicBoolean emitted = new AtomicBoolean();
        return transaction
                .doOnNext(value -> emitted.set(true))
                .retryWhen(retries.spec().modifyErrorFilter(filter -> filter.and(error -> !emitted.get())));
    }

    /** What a source is run in, or null if nothing of its own. */
    private @Nullable Supplier<? extends Transaction> own(
            TransactionOptions options, @Nullable Session outer, ContextView context) {
        Outside outside = Outside.of(this, outer, context);
        return switch (options.propagation()) {
            case JOIN -> outer == null ? opening(options, outside, context) : null;
            case SEPARATE -> opening(options, outside, context);
            case SAVEPOINT ->
                outer == null ? opening(options, outside, context) : () -> Savepoint.in(outer, options, outside);
            case MANDATORY -> require(outer != null, NO_TRANSACTION);
            case NEVER -> require(outer == null, IN_TRANSACTION);
        };
    }

    private static @Nullable Supplier<Transaction> require(boolean holds, String message) {
        if (!holds) {
            throw new InvalidQueryException(message, ErrorContext.none());
        }
        return null;
    }

    private Supplier<OpenTransaction> opening(TransactionOptions options, Outside outside, ContextView context) {
        Opening opening = limits.opening(options, variables.at(context), outside);
        return () -> open(opening);
    }

    /**
     * Runs {@code source} in the subscriber's transaction, or in one of its own that emits values as they come, before
     * {@code COMMIT}: for reading more than can be collected. The transaction ends with the source, in a rollback after an error
     * or a cancel, and the end is signalled when the connection is back. An error of {@code COMMIT} is not signalled.
     */
    public <T> Flux<T> emitEarly(TransactionOptions options, Flux<T> source) {
        return Flux.deferContextual(
                context -> session(context) == null ? begunEarly(options, source, variables.at(context)) : source);
    }

    private <T> Flux<T> begunEarly(TransactionOptions options, Flux<T> source, String settings) {
        Opening opening = limits.openingOfStream(options, settings, new Outside(this, null, null));
        return new TransactionFlux<>(source, () -> open(opening), TransactionFlux.CommitError.IGNORED);
    }

    /**
     * Statements that only read, and belong together: of a subscriber with session variables one transaction for all of them, as
     * {@link #emitEarly}; else as they are.
     */
    public <T> Flux<T> reading(Flux<T> statements) {
        return variables.isNone()
                ? statements
                : Flux.deferContextual(context ->
                        needsTransaction(context) ? emitEarly(TransactionOptions.defaults(), statements) : statements);
    }

    /** {@link #reading(Flux)} of one value, which comes when the transaction is over. */
    public <T> Mono<T> reading(Mono<T> statements) {
        return variables.isNone()
                ? statements
                : Mono.deferContextual(context ->
                        needsTransaction(context) ? execute(TransactionOptions.defaults(), statements) : statements);
    }

    private boolean needsTransaction(ContextView context) {
        return session(context) == null && !variables.at(context).isEmpty();
    }

    private static TransactionOptions given(@Nullable TransactionOptions options) {
        return InvalidQueryException.requireGiven(
                options, "The options of a transaction are null. Leave them out for the defaults.");
    }

    private static <P extends Publisher<?>> P given(@Nullable P source) {
        return InvalidQueryException.requireGiven(
                source, "The work of a transaction is null. Give the Mono or Flux that does it.");
    }

    /**
     * Begins a transaction that the caller ends, for transaction managers; of the options {@link Propagation}, {@link Retries} and {@link
     * Emitting} are the caller's to care for. The library cannot know whether a value that meets a cancel has arrived, so the caller must
     * not cancel this Mono.
     */
    public Mono<ManagedTransaction> begin(TransactionOptions options) {
        given(options);
        return Mono.deferContextual(context -> begin(options, session(context)));
    }

    Mono<ManagedTransaction> begin(TransactionOptions options, @Nullable Session outer) {
        return Mono.deferContextual(context -> {
            Opening opening = limits.opening(options, variables.at(context), Outside.of(this, outer, context));
            return ManagedTransaction.begin(this, open(opening));
        });
    }

    private OpenTransaction open(Opening opening) {
        return new OpenTransaction(ids.incrementAndGet(), opening, surroundings);
    }

    /**
     * Runs a statement: {@code work} gets the connection of the subscriber's transaction when it is this statement's
     * turn, or one of its own, and returns the publisher of the result. That publisher is never cancelled; after a
     * cancel the rest of the result is discarded and, outside of a transaction, the server is asked to stop.
     *
     * <p>Within a transaction statements run one after the other in the order of subscription, and a result is taken off
     * the connection whether it is asked for or not. Outside, back-pressure reaches the server, and the connection is given
     * back when the last row has come, before the end is signalled.
     *
     * <p>What {@code work} throws instead of returning is what the driver has against the statement: it is signalled as
     * {@link org.reactiveorm.error.InvalidQueryException}, unless it is an {@link org.reactiveorm.error.OrmException}. Errors
     * of the result are signalled unchanged.
     */
    public <T> Flux<T> statement(Function<Connection, ? extends Publisher<T>> work) {
        Flux<T> statement = new StatementFlux<>(this, work);
        return variables.isNone()
                ? statement
                : Flux.deferContextual(context -> withVariables(statement, work, context));
    }

    private <T> Flux<T> withVariables(
            Flux<T> statement, Function<Connection, ? extends Publisher<T>> work, ContextView context) {
        String settings = variables.at(context);
        Session session = session(context);
        if (session == null) {
            return settings.isEmpty() ? statement : execute(TransactionOptions.defaults(), statement);
        }
        return new StatementFlux<>(this, connection -> {
            session.require(settings, Context.of(context));
            return work.apply(connection);
        });
    }

    /**
     * Statements of a cursor that is open, on which the work of a savepoint may depend that was begun later: they need not wait for its end.
     * For what leaves nothing behind on the server, as it may be undone with the savepoint.
     */
    public <T> Flux<T> throughSavepoints(Flux<T> statements) {
        return statements.contextWrite(context -> context.put(THROUGH_SAVEPOINTS, true));
    }

    /** The transaction of ours that a subscriber with this context is in. */
    public OptionalLong transactionId(ContextView context) {
        Session session = session(context);
        return session == null ? OptionalLong.empty() : session.id();
    }

    /** The transaction that a subscriber is in, to be told of its end. */
    public CurrentTransaction current() {
        return new CurrentTransaction(this);
    }

    /** Names for cursors in the transaction that a subscriber with this context is in, or null outside of any. */
    public @Nullable CursorNames cursorNames(ContextView context) {
        Session session = session(context);
        return session == null ? null : session.state().cursorNames();
    }

    @Nullable
    Session session(ContextView context) {
        Session ours = context.getOrDefault(this, null);
        SharedConnection shared = connections.joined(context);
        return shared != null && (ours == null || shared.isWithin(ours)) ? shared.session() : ours;
    }

    static boolean isThroughSavepoints(ContextView context) {
        return context.hasKey(THROUGH_SAVEPOINTS);
    }

    <T> LeaseStatement<T> outside(CoreSubscriber<? super T> actual, Function<Connection, ? extends Publisher<T>> work) {
        return new LeaseStatement<>(actual, connections, work, limits.statements());
    }
}
