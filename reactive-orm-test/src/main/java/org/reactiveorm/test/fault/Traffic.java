package org.reactiveorm.test.fault;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * The bytes that go in one direction over the lines of a {@link Lines}, and what happens to them on the way. They arrive in the
 * order in which they were sent, whatever is set here. A setting holds for what is sent from then on, and stays until the next
 * of its kind or {@link #heal()}. Thread-safe.
 */
public final class Traffic {

    private static final double NANOS = 1e9;

    private final Runnable changed;
    private volatile Conditions conditions = Conditions.IDEAL;

    /** What becomes of a byte. */
    private enum Fate {
        DELIVERED,
        HELD,
        SWALLOWED
    }

    /** All settings together, so that a reader sees those of one moment. */
    private record Conditions(long delay, long jitter, long bytesPerSecond, Fate fate) {

        static final Conditions IDEAL = new Conditions(0, 0, Long.MAX_VALUE, Fate.DELIVERED);

        Conditions with(Fate other) {
            return new Conditions(delay, jitter, bytesPerSecond, other);
        }
    }

    Traffic(Runnable changed) {
        this.changed = changed;
    }

    /** Holds every byte back for this long. */
    public Traffic delay(Duration delay) {
        long nanos = notNegative(delay);
        return change(now -> new Conditions(nanos, now.jitter(), now.bytesPerSecond(), now.fate()));
    }

    /** Holds every piece back for up to this long in addition, at random. */
    public Traffic jitter(Duration atMost) {
        long nanos = notNegative(atMost);
        return change(now -> new Conditions(now.delay(), nanos, now.bytesPerSecond(), now.fate()));
    }

    /** Lets this many bytes pass in a second on each line. */
    public Traffic bandwidth(long bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "A bandwidth of %d bytes per second lets nothing pass: blackHole() and stall() say that."
                            .formatted(bytesPerSecond));
        }
        return change(now -> new Conditions(now.delay(), now.jitter(), bytesPerSecond, now.fate()));
    }

    /**
     * Swallows everything, also the news that an end has closed its connection, and closes nothing. Connections that are made
     * meanwhile are taken and get no answer. A line that has lost something stays silent in this direction after
     * {@link #heal()}: what was lost stays lost, and bytes with a gap are no conversation.
     */
    public Traffic blackHole() {
        return change(now -> now.with(Fate.SWALLOWED));
    }

    /** Keeps everything back; {@link #heal()} lets it go on, and nothing is lost. */
    public Traffic stall() {
        return change(now -> now.with(Fate.HELD));
    }

    /** Back to a line without any fault. */
    public Traffic heal() {
        return change(now -> Conditions.IDEAL);
    }

    boolean swallows() {
        return conditions.fate() == Fate.SWALLOWED;
    }

    boolean holds() {
        return conditions.fate() == Fate.HELD;
    }

    /** How long a piece is under way when the line is free, in nanoseconds. */
    long latency() {
        Conditions now = conditions;
        return now.delay()
                + (now.jitter() == 0 ? 0 : ThreadLocalRandom.current().nextLong(now.jitter() + 1));
    }

    /** How long a piece of this size occupies the line, in nanoseconds. */
    long transmission(int bytes) {
        return (long) (bytes * NANOS / conditions.bytesPerSecond());
    }

    /** The largest piece that is handed on at once, so that a narrow line is a trickle and not a series of floods. */
    int largestPiece() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, conditions.bytesPerSecond() / 50));
    }

    private synchronized Traffic change(UnaryOperator<Conditions> change) {
        conditions = change.apply(conditions);
        changed.run();
        return this;
    }

    private static long notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("No byte arrives %s before it is sent.".formatted(duration.negated()));
        }
        return duration.toNanos();
    }
}
