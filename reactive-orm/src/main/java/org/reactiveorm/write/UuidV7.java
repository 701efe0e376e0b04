package org.reactiveorm.write;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Time-ordered UUIDs (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits. They grow with time, so new
 * rows go to the end of an index. The random part is not made for secrets.
 */
final class UuidV7 {

    private UuidV7() {}

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version = System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(0x1000);
        long variant = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(version, variant);
    }
}
