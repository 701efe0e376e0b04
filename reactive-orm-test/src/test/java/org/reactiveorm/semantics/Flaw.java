package org.reactiveorm.semantics;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what a test wants it to make. */
public final class Flaw implements Supplier<@Nullable String> {

    static volatile Supplier<@Nullable String> source = () -> "flawless";

    @Override
    public @Nullable String get() {
        return source.get();
    }
}
