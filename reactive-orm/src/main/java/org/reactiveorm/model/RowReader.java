package org.reactiveorm.model;

/**
 * Makes an object from the columns {@code 0 … n-1} of a row, in the order of the properties it was generated from.
 * Stateless and thread-safe.
 *
 * @param <T> what a row becomes
 */
@FunctionalInterface
public interface RowReader<T> {

    /** Reads the row; relations of an entity come out <em>not loaded</em>. */
    T read(Row row);
}
