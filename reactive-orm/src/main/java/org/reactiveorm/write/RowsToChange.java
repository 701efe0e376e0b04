package org.reactiveorm.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Query;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.sql.SelectRenderer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows that are going to be changed, for who wants to see them before.
 *
 * @param <E> the entity
 */
public final class RowsToChange<E> {

    private final EntityModel<E> entity;
    private final Flux<E> locked;
    private volatile @Nullable List<E> known;

    RowsToChange(EntityModel<E> entity, Flux<E> locked) {
        this.entity = entity;
        this.locked = locked;
    }

    /** The rows of a query, locked as the change will lock them. */
    static <E> RowsToChange<E> of(Statements statements, Query<E> rows, Lock lock) {
        EntityModel<E> entity = rows.entity();
        Query<E> locked = rows.withoutIncludes().locked(lock);
        return new RowsToChange<>(
                entity,
                Flux.defer(() -> statements.query(
                        new SelectRenderer(statements.scopes())
                                .select(locked, SelectList.properties(entity.properties())),
                        entity.reader())));
    }

    /**
     * The rows as they are. Only who subscribes pays for it: the rows are read and locked by one statement more, or by one for each
     * way in which they are named, once for all listeners. An update or delete by a condition is then about these rows and
     * no others. Rows that are connected are
     * read and locked anyway, to leave out those that stay as they are. To the related rows of a nested {@code updateAll}, {@code deleteAll} or {@code set}, others may add some meanwhile.
     */
    public Mono<List<E>> read() {
        return Mono.defer(() -> {
            List<E> rows = known;
            return rows == null ? locked.collectList().map(this::keep) : Mono.just(rows);
        });
    }

    private List<E> keep(List<E> rows) {
        List<E> distinct = distinct(entity, rows);
        known = distinct;
        return distinct;
    }

    /** The rows, if somebody has read them. */
    @Nullable
    List<E> known() {
        return known;
    }

    /** Each row once, as it is last, at the place where it is first. */
    static <E> List<E> distinct(EntityModel<E> entity, List<E> rows) {
        Map<@Nullable Object, E> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(KeyValues.of(row, entity.primaryKey().properties()), row));
        return List.copyOf(byKey.values());
    }
}
