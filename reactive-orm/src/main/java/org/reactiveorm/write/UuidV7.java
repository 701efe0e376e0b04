package org.reactiveorm.write;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time-ordered UUIDs (RFC 9562, section 5.7), each greater than all before it in this JVM: 48 bits of milliseconds, 12 bits
 * for the fraction of the millisecond (section 6.2, method 3, as PostgreSQL's own {@code uuidv7()}), then 62 random bits. So
 * new rows go to the end of an index, and those of one insert have ids in the order given. The random part is not made for
 * secrets.
 */
final class UuidV7 {

    private static final int FRACTION_BITS = 12;
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Milliseconds and their fraction, as the last UUID has them; it runs ahead of the clock rather than repeat. */
    private static final AtomicLong LAST = new AtomicLong();

    private UuidV7() {}

    static UUID next() {
        long moment = LAST.accumulateAndGet(now(), (last, current) -> Math.max(last + 1, current));
        long millis = moment >>> FRACTION_BITS;
        long fraction = moment & (1 << FRACTION_BITS) - 1;
        return new UUID(
                millis << 16 | 0x7000L | fraction, ThreadLocalRandom.current().nextLong() >>> 2 | 0x8000000000000000L);
    }

    private static long now() {
        Instant now = Instant.now();
        long nanos = now.getLong(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI;
        return now.toEpochMilli() << FRACTION_BITS | (nanos << FRACTION_BITS) / NANOS_PER_MILLI;
    }
}
