package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InvalidQueryException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Runs publishers in transactions and statements on the right connection. The transaction travels in the subscriber's
 * Reactor context, so it follows the publisher across threads and ends at its edges.
 */
public final class Transactions {

    private final ConnectionProvider connections;
    private final Surroundings surroundings;
    private final SessionVariables variables;
    private final AtomicLong ids = new AtomicLong();

    /** Takes its connections from {@code connections} and tells {@code listener} what happens to them. */
    public Transactions(ConnectionProvider connections, TransactionListener listener) {
        this(new Surroundings(connections, listener, ErrorSubject.unknown()), SessionVariables.none());
    }

    /**
     * Begins every transaction with these variables, in the one {@code BEGIN}. A subscriber who has any is never outside of a
     * transaction: a statement that is not in one gets its own, whose {@code COMMIT} is a round trip more.
     */
    public Transactions(Surroundings surroundings, SessionVariables variables) {
        this.connections = surroundings.connections();
        this.surroundings = surroundings;
        this.variables = variables;
    }

    /**
     * Runs {@code source} in a transaction, once per subscriber. The value is emitted after the server acknowledged
     * {@code COMMIT}. An error, a cancel or a {@code source} that throws rolls back; the error is signalled unchanged when
     * the connection is back. Within a transaction of this object, or one that the {@link ConnectionProvider} says is
     * there, the source joins it and {@code options} do not matter; if it then fails, the outer transaction is rolled
     * back even when the error is swallowed on the way. A transaction without statements touches no connection.
     *
     * <p>Besides the source's errors: a {@link org.reactiveorm.error.DatabaseException} when it completed although a
     * statement had failed, {@link org.reactiveorm.error.CommitOutcomeUnknownException} when the connection broke during
     * {@code COMMIT} (of a read-only transaction: {@link org.reactiveorm.error.ConnectionLostException}), and whatever a deferred constraint or a serialization conflict at {@code COMMIT} translates to.
     *
     * @throws InvalidQueryException if the options or the source are null
     */
    public <T> Mono<T> execute(TransactionOptions options, Mono<T> source) {
        given(source);
        InvalidQueryException.requireGiven(
                options, "The options of a transaction are null. Leave them out for the defaults.");
        return Mono.deferContextual(context -> {
            Session outer = session(context);
            return outer == null ? begun(options, source, variables.at(context)) : joined(outer, source);
        });
    }

    /** The same for many values: they are collected and emitted after {@code COMMIT}. */
    public <T> Flux<T> execute(TransactionOptions options, Flux<T> source) {
        return execute(options, given(source).collectList()).flatMapIterable(Function.<List<T>>identity());
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
        return new TransactionFlux<>(source, this, () -> open(options, settings));
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

    private static <P> P given(@Nullable P source) {
        return InvalidQueryException.requireGiven(
                source, "The work of a transaction is null. Give the Mono or Flux that does it.");
    }

    private <T> Mono<T> begun(TransactionOptions options, Mono<T> source, String settings) {
        return new TransactionMono<>(source, this, () -> open(options, settings));
    }

    private OpenTransaction open(TransactionOptions options, String settings) {
        return new OpenTransaction(ids.incrementAndGet(), new Opening(options, settings), surroundings);
    }

    private static <T> Mono<T> joined(Session outer, Mono<T> source) {
        return Mono.defer(() -> {
            AtomicBoolean ended = new AtomicBoolean();
            return source.doOnTerminate(() -> ended.set(true))
                    .doOnError(outer::partFailed)
                    .doOnCancel(() -> {
                        if (!ended.get()) {
                            outer.partFailed(new CancellationException("cancelled before its end"));
                        }
                    });
        });
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

    /** The transaction of ours that a subscriber with this context is in. */
    public OptionalLong transactionId(ContextView context) {
        OpenTransaction transaction = context.getOrDefault(this, null);
        return transaction == null ? OptionalLong.empty() : OptionalLong.of(transaction.id());
    }

    /** Names for cursors in the transaction that a subscriber with this context is in, or null outside of any. */
    public @Nullable CursorNames cursorNames(ContextView context) {
        Session session = session(context);
        return session == null ? null : session.cursorNames();
    }

    @Nullable
    Session session(ContextView context) {
        OpenTransaction transaction = context.getOrDefault(this, null);
        if (transaction != null) {
            return transaction;
        }
        SharedConnection shared = connections.joined(context);
        return shared == null ? null : new ForeignTransaction(shared);
    }

    ConnectionProvider connections() {
        return connections;
    }
}
