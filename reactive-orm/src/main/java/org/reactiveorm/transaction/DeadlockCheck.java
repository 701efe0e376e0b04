package org.reactiveorm.transaction;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Scannable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Statements from around a savepoint, which wait for its end. If its work waits for what one of them brings, neither ever ends: that
 * statement fails then. Reactor knows who gets what a statement brings ({@link Scannable}) as long as its own operators pass it on; of
 * the others all that is known is that the savepoint has done nothing for a long time.
 */
final class DeadlockCheck {

    /** Whoever waits for rows for a limited time, as {@code windowTimeout} does, may go on without them before. */
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    /** The work of a savepoint may ask another service something, so this is long. */
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final Savepoint savepoint;
    private final Scheduler scheduler = Schedulers.parallel();
    private final List<SessionStatement<?>> waiting = new ArrayList<>(); // guarded by this, like the rest
    private Disposable timer = Disposables.disposed();
    private boolean isOver;

    private volatile long idleSince;

    DeadlockCheck(Savepoint savepoint) {
        this.savepoint = savepoint;
    }

    /** A statement of the savepoint has ended. */
    void restart() {
        idleSince = scheduler.now(TimeUnit.NANOSECONDS);
    }

    synchronized void add(SessionStatement<?> statement) {
        if (!isOver && statement.isWaiting()) {
            waiting.add(statement);
            if (timer.isDisposed()) {
                checkLater();
            }
        }
    }

    /** The savepoint keeps nobody any more. */
    synchronized void end() {
        isOver = true;
        waiting.clear();
        timer.dispose();
    }

    private void checkLater() {
        timer = scheduler.schedule(this::check, INTERVAL, TimeUnit.NANOSECONDS);
    }

    private void check() {
        removeHopeless().forEach(statement -> statement.reject(deadlock()));
    }

    private synchronized List<SessionStatement<?>> removeHopeless() {
        waiting.removeIf(statement -> !statement.isWaiting());
        long idle = savepoint.isIdle() ? scheduler.now(TimeUnit.NANOSECONDS) - idleSince : 0;
        Predicate<SessionStatement<?>> isHopeless =
                statement -> idle >= PATIENCE || (idle >= INTERVAL && feedsSavepoint(statement));
        List<SessionStatement<?>> hopeless = waiting.stream().filter(isHopeless).toList();
        waiting.removeAll(hopeless);
        timer = Disposables.disposed();
        if (!waiting.isEmpty()) {
            checkLater();
        }
        return hopeless;
    }

    /** Whether who gets what the statement brings is a part of the savepoint's work. */
    private boolean feedsSavepoint(SessionStatement<?> statement) {
        Set<Scannable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Scannable> next = new ArrayDeque<>();
        next.add(Scannable.from(statement.subscriber()));
        while (!next.isEmpty()) {
            Scannable part = next.remove();
            if (part.isScanAvailable() && seen.add(part)) {
                try {
                    next.add(Scannable.from(part.scan(Scannable.Attr.ACTUAL)));
                    part.inners().map(Scannable::from).forEach(next::add);
                    if (part instanceof CoreSubscriber<?> subscriber
                            && savepoint.isAround(subscriber.currentContext())) {
                        return true;
                    }
                } catch (RuntimeException unknown) {
                    // it changes meanwhile, or nobody has subscribed to it yet, so that it has no context
                }
            }
        }
        return false;
    }

    private static InvalidQueryException deadlock() {
        return new InvalidQueryException(
                "The statement was subscribed to outside of a savepoint, which it has to wait for, and the work of the savepoint waits for what it brings: neither would ever end. Subscribe to it within the savepoint. Of a stream only the rows are read while a savepoint is open, not its relations, and not if they are locked or changed: read relations with inOneStatement(), or collect rows before the savepoint begins, buffer(…) instead of window(…).",
                ErrorContext.none());
    }
}
