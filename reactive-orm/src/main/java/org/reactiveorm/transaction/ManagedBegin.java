package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** The turn that brings the connection of a {@link ManagedTransaction} and sends {@code BEGIN}, if that is in time. */
final class ManagedBegin implements Gate.Turn, Acquisition.Receiver {

    private final OpenTransaction transaction;
    private final Consumer<Duration> limited;
    private final MonoSink<Void> sink;
    private final long subscribed = System.nanoTime();
    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private volatile Disposable timer = Disposables.disposed();

    /** {@code limited} is told what is left of a limited time when the connection is there. */
    ManagedBegin(OpenTransaction transaction, Consumer<Duration> limited, MonoSink<Void> sink) {
        this.transaction = transaction;
        this.limited = limited;
        this.sink = sink;
    }

    @Override
    public boolean start() {
        Duration limit = transaction.limit();
        if (limit != null) {
            timer = Schedulers.parallel()
                    .schedule(() -> fail(TransactionRun.tooLong(limit)), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        transaction.connect(this);
        return true;
    }

    @Override
    public void reject(RuntimeException reason) {
        fail(reason);
    }

    @Override
    public void acquired(Connection connection) {
        timer.dispose();
        if (!isAnswered.compareAndSet(false, true)) {
            transaction.unwanted(connection, currentContext());
            return;
        }
        transaction.open(connection, currentContext());
        transaction.state().gate().leave();
        Duration rest = rest();
        if (rest != null) {
            limited.accept(rest);
        }
        sink.success();
    }

    private @Nullable Duration rest() {
        Duration limit = transaction.limit();
        return limit == null ? null : limit.minusNanos(System.nanoTime() - subscribed);
    }

    @Override
    public void notAcquired(Throwable error) {
        timer.dispose();
        fail(error);
    }

    private void fail(Throwable error) {
        if (isAnswered.compareAndSet(false, true)) {
            sink.error(error);
        }
    }

    @Override
    public Context currentContext() {
        return Context.of(sink.contextView());
    }
}
