package org.reactiveorm.spring;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.SharedConnection;
import org.springframework.r2dbc.connection.ConnectionHolder;
import org.springframework.transaction.reactive.TransactionContext;
import org.springframework.transaction.reactive.TransactionContextManager;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Joins the transactions that Spring runs on the same connection factory, through {@code @Transactional} or
 * {@code TransactionalOperator}: there our statements take turns on Spring's connection, and Spring alone commits and
 * rolls back; it does not commit when a transaction of ours within it has failed, even if the error was swallowed.
 * Everywhere else connections come from the factory. Code of Spring's own on that connection, such as a
 * {@code DatabaseClient}, does not wait for those turns.
 */
public final class SpringConnectionProvider implements ConnectionProvider {

    /** What Spring keeps its transactions under in contexts; not all of it can be named. */
    private static final List<Object> PLACES = TransactionContextManager.getOrCreateContextHolder()
            .andThen(TransactionContextManager.getOrCreateContext())
            .apply(Context.empty())
            .stream()
            .map(Map.Entry::getKey)
            .toList();

    private final ConnectionFactory factory;
    private final ConnectionProvider plain;

    /** One per transaction of Spring's own manager: it makes a holder for each, and nobody but it and Spring keeps that alive. */
    private final Map<ConnectionHolder, SharedConnection> joined = Collections.synchronizedMap(new WeakHashMap<>());

    /** Takes connections from {@code factory}, the same that Spring's transaction manager has. */
    public SpringConnectionProvider(ConnectionFactory factory) {
        this.factory = factory;
        this.plain = ConnectionProvider.of(factory);
    }

    @Override
    public Mono<Connection> acquire() {
        return plain.acquire();
    }

    @Override
    public Mono<Connection> acquireNow() {
        return plain.acquireNow();
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return plain.release(connection);
    }

    @Override
    public Mono<Void> discard(Connection connection) {
        return plain.discard(connection);
    }

    @Override
    public @Nullable SharedConnection joined(ContextView context) {
        if (!context.hasKey(TransactionContext.class)) {
            return null;
        }
        TransactionSynchronizationManager transaction =
                new TransactionSynchronizationManager(context.get(TransactionContext.class));
        if (!transaction.isActualTransactionActive()) {
            return null;
        }
        Object bound = transaction.getResource(factory);
        if (bound instanceof TransactionHolder ours) {
            return ours.shared();
        }
        return bound instanceof ConnectionHolder holder
                ? joined.computeIfAbsent(holder, begun -> shared(begun, transaction))
                : null;
    }

    private static SharedConnection shared(ConnectionHolder begun, TransactionSynchronizationManager transaction) {
        SharedConnection shared = SharedConnection.of(begun.getConnection());
        if (transaction.isSynchronizationActive()) {
            transaction.registerSynchronization(new TransactionSynchronization() {
                @Override
                public Mono<Void> beforeCommit(boolean readOnly) {
                    return shared.beforeCommit();
                }

                @Override
                public Mono<Void> afterCompletion(int status) {
                    return switch (status) {
                        case STATUS_COMMITTED -> shared.afterCommit(SpringConnectionProvider::outside);
                        case STATUS_ROLLED_BACK -> shared.afterRollback(SpringConnectionProvider::outside);
                        default -> Mono.empty();
                    };
                }
            });
        }
        return shared;
    }

    /** A context without any transaction of Spring's. An empty one is no way out: within it a {@code DatabaseClient} closes nothing. */
    static Context outside(Context context) {
        Context left = context;
        for (Object place : PLACES) {
            left = left.delete(place);
        }
        return left;
    }
}
