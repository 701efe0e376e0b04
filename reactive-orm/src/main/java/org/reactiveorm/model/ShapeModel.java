package org.reactiveorm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code @Shape} record: which columns it needs and how a row becomes one. Made by generated code.
 *
 * @param type the record
 * @param entity the entity whose properties the components name, or null for a record that SQL is read into
 * @param components the names of the record's components, in order
 * @param columns for SQL the result's columns that the components are matched with, in the same order
 * @param reader reads the components from the columns {@code 0 … n-1} in that order
 * @param <S> the record
 */
public record ShapeModel<S>(
        Class<S> type, @Nullable Class<?> entity, List<String> components, List<String> columns, RowReader<S> reader) {

    /** Keeps its own copies. */
    public ShapeModel {
        components = List.copyOf(components);
        columns = List.copyOf(columns);
    }
}
