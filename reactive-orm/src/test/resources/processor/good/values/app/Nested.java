package app;

import java.util.function.Supplier;

/** Has a supplier, which inherits what it is. */
final class Nested {

    private Nested() {}

    interface Grades extends Supplier<Integer> {}

    /** Of numbers. */
    public static final class Of implements Grades {
        @Override
        public Integer get() {
            return 1;
        }
    }
}
