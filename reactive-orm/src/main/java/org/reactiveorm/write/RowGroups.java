package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.InsertBatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows of one table, grouped by the columns they give: {@code DEFAULT} cannot be selected, so rows with different columns
 * need different statements.
 *
 * @param <E> the entity
 */
final class RowGroups<E> {

    private final EntityModel<E> entity;
    private final List<List<RowValues<E>>> groups = new ArrayList<>(1);
    private final int[] groupOfRow;

    private RowGroups(EntityModel<E> entity, int rows) {
        this.entity = entity;
        this.groupOfRow = new int[rows];
    }

    static <E> RowGroups<E> of(EntityModel<E> entity, List<RowValues<E>> rows) {
        RowGroups<E> groups = new RowGroups<>(entity, rows.size());
        int group = 0;
        for (int i = 0; i < rows.size(); i++) {
            group = groups.groupOf(rows.get(i), group);
            groups.groups.get(group).add(rows.get(i));
            groups.groupOfRow[i] = group;
        }
        return groups;
    }

    /** Groups are as many as statements, so looking through all of them is little next to sending them. */
    private int groupOf(RowValues<E> row, int likely) {
        if (!groups.isEmpty() && fits(row, likely)) {
            return likely;
        }
        for (int group = 0; group < groups.size(); group++) {
            if (fits(row, group)) {
                return group;
            }
        }
        // most inserts have one group
        groups.add(groups.isEmpty() ? new ArrayList<>(groupOfRow.length) : new ArrayList<>());
        return groups.size() - 1;
    }

    private boolean fits(RowValues<E> row, int group) {
        return groups.get(group).get(0).hasSameColumns(row);
    }

    /** Inserts one group after the other and answers the entities in the order of the rows. */
    Mono<List<E>> insert(Executor executor) {
        if (groups.size() == 1) {
            return insert(groups.get(0), executor);
        }
        return Flux.fromIterable(groups)
                .concatMap(group -> insert(group, executor))
                .collectList()
                .map(this::inInputOrder);
    }

    private Mono<List<E>> insert(List<RowValues<E>> group, Executor executor) {
        return new BatchInsertion<>(InsertBatch.of(entity, group)).run(executor);
    }

    private List<E> inInputOrder(List<List<E>> inserted) {
        List<Iterator<E>> next = inserted.stream().map(List::iterator).toList();
        List<E> ordered = new ArrayList<>(groupOfRow.length);
        for (int group : groupOfRow) {
            ordered.add(next.get(group).next());
        }
        return ordered;
    }
}
