package org.reactiveorm.spring;

import io.r2dbc.spi.Connection;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.transaction.ManagedTransaction;
import org.reactiveorm.transaction.SharedConnection;
import org.springframework.r2dbc.connection.ConnectionHolder;
import reactor.core.publisher.Mono;

/**
 * A transaction of ours where Spring looks for connections. It stays there until Spring is done with it. When it has ended before that,
 * what is asked for is the transaction around it, which comes back then, or else a connection that is given back then.
 */
final class TransactionHolder extends ConnectionHolder {

    private final ManagedTransaction transaction;
    private final @Nullable TransactionHolder around;
    private final Deque<ManagedTransaction> savepoints = new ConcurrentLinkedDeque<>(); // the innermost is first
    private final Set<ManagedTransaction> rollbackOnly = ConcurrentHashMap.newKeySet();
    private final UnderWay underWay = new UnderWay();

    TransactionHolder(ManagedTransaction transaction, @Nullable TransactionHolder around) {
        super(transaction.connection(), true);
        this.transaction = transaction;
        this.around = around;
        setConnection(null);
        setSynchronizedWithTransaction(true);
    }

    /** This one, or the nearest around it that has not ended, or null. */
    @Nullable
    TransactionHolder active() {
        TransactionHolder each = this;
        while (each != null && each.transaction.isOver()) {
            each = each.around;
        }
        return each;
    }

    /** What begins and ends within it. */
    UnderWay underWay() {
        return underWay;
    }

    ManagedTransaction transaction() {
        return transaction;
    }

    /** The innermost savepoint, or the transaction itself. */
    ManagedTransaction innermost() {
        return savepoints.stream().filter(each -> !each.isOver()).findFirst().orElse(transaction);
    }

    void add(ManagedTransaction savepoint) {
        savepoints.addFirst(savepoint);
    }

    void remove(ManagedTransaction savepoint) {
        savepoints.remove(savepoint);
    }

    /** What is done in it now cannot stay. */
    @Override
    public void setRollbackOnly() {
        super.setRollbackOnly();
        rollbackOnly.add(innermost());
    }

    /** Whether that was said of the transaction itself, or of this savepoint. */
    boolean isRollbackOnly(ManagedTransaction part) {
        return rollbackOnly.contains(part);
    }

    /** What our statements take turns on, or null. */
    @Nullable
    SharedConnection shared() {
        TransactionHolder active = active();
        return active == null ? null : active.innermost().shared();
    }

    @Override
    protected boolean hasConnection() {
        return active() != null || super.hasConnection();
    }

    @Override
    public Connection getConnection() {
        TransactionHolder active = active();
        return active == null ? super.getConnection() : active.transaction.connection();
    }

    /** It is not for whoever has used it last to say that it is free. */
    @Override
    public void released() {}

    /** Gives back what was taken for those who come after the end. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            if (!super.hasConnection()) {
                return Mono.empty();
            }
            Connection late = super.getConnection();
            setConnection(null);
            return Mono.from(late.close()).onErrorComplete();
        });
    }
}
