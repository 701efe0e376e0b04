package org.reactiveorm.execution;

import org.jspecify.annotations.Nullable;

/** The elements of an array of one dimension, one after the other. */
interface WireElements {

    /**
     * The elements of {@code array}, which keeps its bytes meanwhile but may move to another value.
     *
     * @throws IllegalArgumentException if it has several dimensions
     */
    static WireElements of(Wire array) {
        return array.isBinary() ? BinaryElements.of(array) : TextElements.of(array);
    }

    /** An array of several dimensions. */
    static IllegalArgumentException nested() {
        return new IllegalArgumentException(
                "it holds an array of several dimensions, which a List cannot be read from");
    }

    /** How many there are. */
    int count();

    /** The next element, or null for NULL; good until the next call. There are {@link #count} calls. */
    @Nullable
    Wire next();
}
