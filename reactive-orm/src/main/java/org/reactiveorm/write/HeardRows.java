package org.reactiveorm.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.sql.SelectList;

/**
 * Reads what is asked for of rows, and the entities beside it.
 *
 * @param entity the entity
 * @param list what is asked for, and all columns of the entity
 * @param answer reads what is asked for
 * @param places where the entity's columns are
 * @param <E> the entity
 * @param <T> what is asked for
 */
record HeardRows<E, T>(EntityModel<E> entity, SelectList<E> list, RowReader<T> answer, List<Integer> places)
        implements RowReader<HeardRows.Heard<E, T>> {

    static <E, T> HeardRows<E, T> of(EntityModel<E> entity, SelectList<E> asked, RowReader<T> answer) {
        SelectList<E> all = asked.with(entity.properties());
        return new HeardRows<>(
                entity,
                all,
                answer,
                entity.properties().stream().map(all::indexOf).toList());
    }

    /**
     * One row.
     *
     * @param entity the entity
     * @param answer what is asked for
     */
    record Heard<E, T>(E entity, T answer) {

        static <T> List<T> answers(List<? extends Heard<?, T>> rows) {
            return rows.stream().<T>map(Heard::answer).toList();
        }
    }

    @Override
    public Heard<E, T> read(Row row) {
        return new Heard<>(entity.reader().read(new Placed(row, places)), answer.read(row));
    }

    /**
     * The columns at these places.
     *
     * @param row the row
     * @param places the places
     */
    private record Placed(Row row, List<Integer> places) implements Row {

        @Override
        public <T> @Nullable T get(int index, Class<T> type) {
            return row.get(places.get(index), type);
        }

        @Override
        public <T> @Nullable List<@Nullable T> list(int index, Class<T> type) {
            return row.list(places.get(index), type);
        }

        @Override
        public int size() {
            return places.size();
        }

        @Override
        public String name(int index) {
            return row.name(places.get(index));
        }
    }
}
