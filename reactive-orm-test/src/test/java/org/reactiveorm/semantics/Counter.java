package org.reactiveorm.semantics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts how often it is asked. */
public final class Counter implements Supplier<Integer> {

    static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public Integer get() {
        return ASKED.incrementAndGet();
    }
}
