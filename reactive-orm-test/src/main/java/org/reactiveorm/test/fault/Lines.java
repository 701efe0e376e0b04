package org.reactiveorm.test.fault;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lines through a {@link TcpProxy} that have the same conditions and faults: a line is one connection of a client and the one
 * to the server that belongs to it. All methods may be called at any time and on any thread, and answer at once; what is sent
 * after the call is subject to it.
 */
public final class Lines {

    private final Set<Line> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Cut> cut = new AtomicReference<>();
    private final Traffic upstream = new Traffic(() -> open.forEach(Line::wake));
    private final Traffic downstream = new Traffic(() -> open.forEach(Line::wake));

    Lines() {}

    /** From the client to the server. */
    public Traffic upstream() {
        return upstream;
    }

    /** From the server to the client. */
    public Traffic downstream() {
        return downstream;
    }

    /** Delays each direction for half of this. */
    public Lines roundTrip(Duration roundTrip) {
        Duration half = roundTrip.dividedBy(2);
        return both(traffic -> traffic.delay(half));
    }

    /** {@link Traffic#blackHole()} in both directions. */
    public Lines blackHole() {
        return both(Traffic::blackHole);
    }

    /** {@link Traffic#stall()} in both directions. */
    public Lines stall() {
        return both(Traffic::stall);
    }

    /** {@link Traffic#heal()} in both directions, and forgets a cut that did not come to pass. */
    public Lines heal() {
        cut.set(null);
        return both(Traffic::heal);
    }

    /** Cuts a line as {@link #close()} does when its client sends this text, before the server gets it; once. */
    public Lines cutBefore(String text) {
        cut.set(new Cut(text, Cut.Moment.BEFORE));
        return this;
    }

    /** Lets the server have this text, and cuts the line as {@link #close()} does when the server answers; once. */
    public Lines cutAfter(String text) {
        cut.set(new Cut(text, Cut.Moment.AFTER));
        return this;
    }

    /** Resets all lines that are open now: both ends see {@code connection reset by peer}. */
    public Lines reset() {
        open.forEach(Line::reset);
        return this;
    }

    /** Closes all lines that are open now: both ends see the end of the stream. */
    public Lines close() {
        open.forEach(Line::close);
        return this;
    }

    /**
     * Leaves all lines that are open now half open: the connection to this end is closed, the other end is never told, and
     * what it sends goes nowhere.
     */
    public Lines hangUpOn(Peer peer) {
        open.forEach(line -> line.hangUpOn(peer));
        return this;
    }

    /** How many lines are open, that is, have not been given up by both ends. */
    public int count() {
        return open.size();
    }

    void add(Line line) {
        open.add(line);
    }

    void remove(Line line) {
        open.remove(line);
    }

    /** The cut that is due at this text, and is no longer so. */
    Cut.@Nullable Moment cutAt(String text) {
        Cut due = cut.get();
        return due != null && text.contains(due.text()) && cut.compareAndSet(due, null) ? due.moment() : null;
    }

    /** How much of what went before belongs to a text that may be cut at. */
    int memory() {
        Cut due = cut.get();
        return due == null ? 0 : due.text().length() - 1;
    }

    private Lines both(Consumer<Traffic> change) {
        change.accept(upstream);
        change.accept(downstream);
        return this;
    }
}
