package org.reactiveorm.semantics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Makes keys that do not ascend, so that nothing can be ordered by them. */
public final class ErrandNumbers implements Supplier<String> {

    private static final AtomicInteger NEXT = new AtomicInteger(100_000);

    @Override
    public String get() {
        return "T" + NEXT.decrementAndGet();
    }
}
