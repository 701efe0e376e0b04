package org.reactiveorm.test.fault;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Hooks;

/**
 * Errors and values that Reactor had nobody to hand to, from when this is made until it is closed. An error that is dropped is
 * one that no subscriber ever hears of: often a connection that nobody cleans up.
 *
 * <pre>{@code
 * try (DroppedErrors dropped = DroppedErrors.record()) {
 *     transfers.transfer(alice, bob, one).take(Duration.ofMillis(3)).block();
 *     dropped.assertNone();
 * }
 * }</pre>
 *
 * A value that {@code timeout} or {@code takeUntilOther} was about to pass on when they gave up is not counted: who uses them has chosen
 * to lose it. An error that meets them is.
 *
 * <p>Reactor has one hook for the whole JVM, which this takes while at least one is open: drops of tests that run at the same time
 * are recorded too.
 */
public final class DroppedErrors implements AutoCloseable {

    private static final Set<DroppedErrors> RECORDING = ConcurrentHashMap.newKeySet();

    /** What {@code timeout} and {@code takeUntilOther} are made of. */
    private static final Set<String> GIVING_UP = Set.of(
            "reactor.core.publisher.FluxTimeout",
            "reactor.core.publisher.FluxTakeUntilOther",
            "reactor.core.publisher.SerializedSubscriber");

    private final List<Throwable> drops = new CopyOnWriteArrayList<>();

    private DroppedErrors() {}

    /** Records from now on. */
    public static DroppedErrors record() {
        synchronized (RECORDING) {
            DroppedErrors recording = new DroppedErrors();
            if (RECORDING.isEmpty()) {
                Hooks.onErrorDropped(DroppedErrors::dropped);
                Hooks.onNextDropped(DroppedErrors::droppedValue);
            }
            RECORDING.add(recording);
            return recording;
        }
    }

    /** What was dropped, in order; a value as an exception that shows where. */
    public List<Throwable> all() {
        return List.copyOf(drops);
    }

    /**
     * Fails if something was dropped up to now, and shows it with its stack traces.
     *
     * @throws AssertionError if there is one
     */
    public void assertNone() {
        List<Throwable> found = all();
        if (!found.isEmpty()) {
            AssertionError failure = new AssertionError(
                    "Reactor dropped %d errors or values:%n%s".formatted(found.size(), traces(found)));
            found.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    /** Records no more. */
    @Override
    public void close() {
        synchronized (RECORDING) {
            if (RECORDING.remove(this) && RECORDING.isEmpty()) {
                Hooks.resetOnErrorDropped();
                Hooks.resetOnNextDropped();
            }
        }
    }

    /** What a server still says when its connection is closed already is lost to nobody. */
    private static void droppedValue(Object value) {
        DroppedValue drop = new DroppedValue(value);
        if (!value.getClass().getName().startsWith("io.r2dbc.postgresql.message.") && !isGivenUp(drop)) {
            dropped(drop);
        }
    }

    /** Whether the operator that dropped it, which stands right before Reactor's own method for that, has given up. */
    private static boolean isGivenUp(DroppedValue drop) {
        return Arrays.stream(drop.getStackTrace())
                .dropWhile(frame -> !frame.getMethodName().equals("onNextDropped"))
                .skip(1)
                .findFirst()
                .filter(operator -> GIVING_UP.stream().anyMatch(operator.getClassName()::startsWith))
                .isPresent();
    }

    private static void dropped(Throwable drop) {
        RECORDING.forEach(recording -> recording.drops.add(drop));
    }

    private static String traces(List<Throwable> drops) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        drops.forEach(drop -> drop.printStackTrace(lines));
        return text.toString();
    }

    /** A value that came when nobody waited for one any more. */
    @SuppressWarnings("serial")
    private static final class DroppedValue extends RuntimeException {

        DroppedValue(Object value) {
            super("the value " + value);
        }
    }
}
