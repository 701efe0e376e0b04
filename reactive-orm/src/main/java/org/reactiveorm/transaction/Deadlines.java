package org.reactiveorm.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * What has the same limited time, in the order in which it began. All of it shares one timer, which runs while there is any: a timer for
 * each ({@code Mono.timeout}) wakes a thread for each statement, a third of what a find by id costs.
 */
final class Deadlines<T extends Deadlines.Limited> {

    private final Duration limit;
    private final Set<T> members = new LinkedHashSet<>(); // guarded by this, like the rest
    private boolean isTimed;

    /** Negative for no limit. */
    Deadlines(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    synchronized void add(T newcomer) {
        members.add(newcomer);
        if (!isTimed && !limit.isNegative()) {
            isTimed = true;
            checkIn(limit.toNanos());
        }
    }

    /** False if it is not there any more. */
    synchronized boolean remove(T member) {
        return members.remove(member);
    }

    synchronized int size() {
        return members.size();
    }

    /** The one that began first, which stays, or null. */
    synchronized @Nullable T oldest() {
        Iterator<T> each = members.iterator();
        return each.hasNext() ? each.next() : null;
    }

    /** Takes out the one that began first, or answers null. */
    synchronized @Nullable T removeOldest() {
        T oldest = oldest();
        if (oldest != null) {
            members.remove(oldest);
        }
        return oldest;
    }

    private void checkIn(long nanos) {
        Schedulers.parallel().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        removeOverdue().forEach(Deadlines::tell);
    }

    /** What a subscriber throws who hears of it is not for the others. */
    private static void tell(Limited overdue) {
        try {
            overdue.overdue();
        } catch (Throwable e) {
            Operators.onErrorDropped(e, Context.empty());
        }
    }

    private synchronized List<T> removeOverdue() {
        List<T> overdue = new ArrayList<>();
        long now = System.nanoTime();
        for (Iterator<T> each = members.iterator(); each.hasNext(); ) {
            T oldest = each.next();
            long left = oldest.began() + limit.toNanos() - now;
            if (left > 0) {
                checkIn(left);
                return overdue;
            }
            each.remove();
            overdue.add(oldest);
        }
        isTimed = false;
        return overdue;
    }

    /** Something that has begun. */
    interface Limited {

        /** When, by {@link System#nanoTime}; before it was added. */
        long began();

        /** Its time is over, and it has been taken out. */
        void overdue();
    }
}
