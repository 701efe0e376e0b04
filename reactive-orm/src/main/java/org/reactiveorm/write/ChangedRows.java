package org.reactiveorm.write;

import java.util.Comparator;
import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Choice;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * Reads the answer of a change, which RETURNING gives in any order.
 *
 * @param reader reads a row
 * @param place the column that has the row's place in the answer, or -1 for any order
 */
record ChangedRows<T>(RowReader<T> reader, int place) {

    /** The answer of a change of these rows; their place comes after so many columns. */
    static <T> ChangedRows<T> of(Choice<?> choice, int columns, RowReader<T> reader) {
        return new ChangedRows<>(reader, choice.isOrdered() ? columns : -1);
    }

    Mono<List<T>> answer(Executor executor, Sql sql) {
        if (place < 0) {
            return executor.query(sql, reader).collectList();
        }
        return executor.query(sql, row -> new Placed<>(row.getLong(place), reader.read(row)))
                .sort(Comparator.comparingLong(Placed::place))
                .map(Placed::value)
                .collectList();
    }

    private record Placed<T>(long place, T value) {}
}
