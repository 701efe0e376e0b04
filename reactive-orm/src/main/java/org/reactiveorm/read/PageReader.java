package org.reactiveorm.read;

import java.util.Optional;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;

/**
 * Reads the rows of a page, after whose columns stand whether there is a row at all and the number of rows on all pages. Serves
 * one result.
 */
final class PageReader<R> implements RowReader<Optional<R>> {

    private final RowReader<R> reader;
    private final int columns;
    private long total;

    PageReader(RowReader<R> reader, int columns) {
        this.reader = reader;
        this.columns = columns;
    }

    @Override
    public Optional<R> read(Row row) {
        total = row.getLong(columns + 1);
        return row.get(columns, Boolean.class) == null ? Optional.empty() : Optional.of(reader.read(row));
    }

    long total() {
        return total;
    }
}
