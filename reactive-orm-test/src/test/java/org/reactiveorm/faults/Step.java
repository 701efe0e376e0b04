package org.reactiveorm.faults;

import java.util.List;

/** What a transaction does with one register. No two appends have the same element. */
sealed interface Step {

    int register();

    /** Adds an element at the end. */
    record Append(int register, int element) implements Step {}

    /** Finds these elements; none if it is still to be read. */
    record Read(int register, List<Integer> elements) implements Step {}
}
