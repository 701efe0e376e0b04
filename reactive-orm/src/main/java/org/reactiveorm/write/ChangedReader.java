package org.reactiveorm.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;

/**
 * Reads a row that has the columns of an entity twice.
 *
 * @param entity the entity
 */
record ChangedReader<E>(EntityModel<E> entity) implements RowReader<Changed<E>> {

    @Override
    public Changed<E> read(Row row) {
        RowReader<E> reader = entity.reader();
        return new Changed<>(
                reader.read(row), reader.read(new Later(row, entity.properties().size())));
    }

    /**
     * The columns from a place on.
     *
     * @param row the row
     * @param first the place
     */
    private record Later(Row row, int first) implements Row {

        @Override
        public <T> @Nullable T get(int index, Class<T> type) {
            return row.get(first + index, type);
        }

        @Override
        public <T> @Nullable List<@Nullable T> list(int index, Class<T> type) {
            return row.list(first + index, type);
        }

        @Override
        public int size() {
            return row.size() - first;
        }

        @Override
        public String name(int index) {
            return row.name(first + index);
        }
    }
}
