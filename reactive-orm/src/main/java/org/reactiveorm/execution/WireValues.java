package org.reactiveorm.execution;

import org.jspecify.annotations.Nullable;

/** Where the values of a row are as the server sent them. */
interface WireValues {

    /** The value of column {@code index}, or null for NULL; good until the next call. */
    @Nullable
    Wire at(int index);

    /** The number of columns. */
    int count();

    /** The name of column {@code index}. */
    String name(int index);
}
