package org.reactiveorm.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.RowReader;

/**
 * A {@code @Shape} record: how a row becomes one. Made by generated code.
 *
 * @param type the record
 * @param columns the result's columns that the components are matched with when SQL is read, in the order of {@code reader}
 * @param reader reads the components from the columns {@code 0 … n-1} in that order; null if related rows belong to the record,
 *     which the rows of one result cannot have
 * @param ofEntity what is read of an entity for it, or null for a record that only SQL is read into
 * @param <S> the record
 */
public record ShapeModel<S>(
        Class<S> type,
        List<String> columns,
        @Nullable RowReader<S> reader,
        @Nullable EntityShape<?, S> ofEntity) {

    /** Keeps its own copy. */
    public ShapeModel {
        columns = List.copyOf(columns);
    }

    /** A record that is filled from columns alone. */
    public static <S> ShapeModel<S> flat(Class<S> type, List<String> columns, RowReader<S> reader) {
        return new ShapeModel<>(type, columns, reader, null);
    }

    /** A record that related rows belong to. */
    public static <S> ShapeModel<S> nested(Class<S> type) {
        return new ShapeModel<>(type, List.of(), null, null);
    }

    /**
     * Reads rows of whatever has the columns.
     *
     * @throws InvalidQueryException if related rows belong to the record
     */
    public RowReader<S> flatReader() {
        if (reader == null) {
            throw new InvalidQueryException(
                    "%s has related rows, which only a query of its entity loads: find(…).as(%s.class)."
                            .formatted(type.getSimpleName(), type.getSimpleName()),
                    ErrorContext.none());
        }
        return reader;
    }

    /** The same for an entity. */
    public ShapeModel<S> of(EntityShape<?, S> entityShape) {
        return new ShapeModel<>(type, columns, reader, entityShape);
    }
}
