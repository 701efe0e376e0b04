package app;

import java.util.function.Supplier;

/** Of text. */
public final class Numbers implements Supplier<String> {
    @Override
    public String get() {
        return "1";
    }
}
