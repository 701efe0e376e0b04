package org.reactiveorm.faults;

import java.util.Map;

/** What happened, from one moment to another, in nanoseconds since the beginning of its {@link History}. */
sealed interface Event {

    /** When it began. */
    long begun();

    /** When it was known. */
    long ended();

    /** In milliseconds, for people. */
    default String text() {
        return "%9.1f … %9.1f  %s".formatted(begun() / 1e6, ended() / 1e6, this);
    }

    /** A client's transfer. */
    record Attempt(long begun, long ended, int client, Transfer transfer, Result result) implements Event {}

    /** What a client knows, and why it knows no more. */
    record Result(Outcome outcome, String reason) {}

    /** A look at all balances. */
    record Balances(long begun, long ended, Map<Long, Long> balances) implements Event {}

    /** A look at everything; so many transfers were acknowledged before it began. */
    record Audit(long begun, long ended, Books books, long acknowledged) implements Event {}

    /** A look that failed. */
    record Blink(long begun, long ended, String reason) implements Event {}

    /** What the nemesis did. */
    record Strike(long begun, long ended, Fault fault) implements Event {}
}
