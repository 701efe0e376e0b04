package org.reactiveorm.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;

/**
 * Reads rows of the caller's SQL, whose columns may come in any order, by a reader that expects its own order. The places
 * are looked up once for each result. Serves one subscription.
 *
 * @param <T> what a row becomes
 */
public final class NamedColumns<T> implements RowReader<T> {

    private final String target;
    private final List<String> columns;
    private final RowReader<T> reader;
    private int @Nullable [] places;

    /** Reads {@code columns}, in this order, with {@code reader}; {@code target} is for messages. */
    public NamedColumns(String target, List<String> columns, RowReader<T> reader) {
        this.target = target;
        this.columns = columns;
        this.reader = reader;
    }

    @Override
    public T read(Row row) {
        int[] known = places;
        if (known == null) {
            known = locate(row);
            places = known;
        }
        return reader.read(new Rearranged(row, known));
    }

    private int[] locate(Row row) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            byName.putIfAbsent(row.name(i), i);
        }
        List<String> missing =
                columns.stream().filter(column -> !byName.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            throw new MappingException(
                    "%s needs columns %s, which the result does not have. It has %s; name them with \"as\"."
                            .formatted(
                                    target,
                                    missing,
                                    byName.keySet().stream().sorted().collect(Collectors.toList())),
                    ErrorContext.of(target),
                    null);
        }
        return columns.stream().mapToInt(byName::get).toArray();
    }

    private static final class Rearranged implements Row {

        private final Row row;
        private final int[] places;

        Rearranged(Row row, int[] places) {
            this.row = row;
            this.places = places;
        }

        @Override
        public <V> @Nullable V get(int index, Class<V> type) {
            return row.get(places[index], type);
        }

        @Override
        public <V> @Nullable List<@Nullable V> list(int index, Class<V> type) {
            return row.list(places[index], type);
        }

        @Override
        public MappingException nullIn(int index) {
            return row.nullIn(places[index]);
        }

        @Override
        public int size() {
            return places.length;
        }

        @Override
        public String name(int index) {
            return row.name(places[index]);
        }
    }
}
