package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.sql.InsertBatch;
import reactor.core.publisher.Mono;

/**
 * Rows of one table, grouped by the columns they give: {@code DEFAULT} cannot be selected, so rows with different columns
 * need different statements.
 *
 * @param groups the groups in the order of their first row
 * @param size the number of all rows
 * @param <E> the entity
 */
record RowGroups<E>(List<Group<E>> groups, int size) {

    static <E> RowGroups<E> of(EntityModel<E> entity, List<Map<Property<E, ?>, @Nullable Object>> rows) {
        Map<Set<Property<E, ?>>, Group<E>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<Property<E, ?>, @Nullable Object> row = rows.get(i);
            groups.computeIfAbsent(row.keySet(), columns -> Group.of(entity, columns))
                    .add(i, row);
        }
        return new RowGroups<>(List.copyOf(groups.values()), rows.size());
    }

    /** The groups' entities, each at the place of the row that it was made from. */
    @SuppressWarnings("unchecked") // filled with entities only
    List<E> inInputOrder(List<List<E>> inserted) {
        Object[] ordered = new Object[size];
        for (int g = 0; g < groups.size(); g++) {
            List<Integer> positions = groups.get(g).positions();
            for (int i = 0; i < positions.size(); i++) {
                ordered[positions.get(i)] = inserted.get(g).get(i);
            }
        }
        return (List<E>) Arrays.asList(ordered);
    }

    /**
     * Rows that give the same columns.
     *
     * @param entity the entity
     * @param columns the columns
     * @param values for each column the values of all rows
     * @param positions the place of each row in the input
     * @param <E> the entity
     */
    record Group<E>(
            EntityModel<E> entity,
            List<Property<E, ?>> columns,
            List<List<@Nullable Object>> values,
            List<Integer> positions) {

        static <E> Group<E> of(EntityModel<E> entity, Set<Property<E, ?>> given) {
            List<Property<E, ?>> columns = given.stream()
                    .sorted(Comparator.comparingInt(property -> property.index()))
                    .toList();
            List<List<@Nullable Object>> values = new ArrayList<>(columns.size());
            columns.forEach(column -> values.add(new ArrayList<>()));
            return new Group<>(entity, columns, values, new ArrayList<>());
        }

        void add(int position, Map<Property<E, ?>, @Nullable Object> row) {
            positions.add(position);
            for (int i = 0; i < columns.size(); i++) {
                values.get(i).add(row.get(columns.get(i)));
            }
        }

        Mono<List<E>> insert(Executor executor) {
            InsertBatch<E> batch = new InsertBatch<>(entity, columns, values, positions.size());
            return new BatchInsertion<>(batch).run(executor);
        }
    }
}
